//! Sentences and charts made of results, said and drawn alike on screen, on paper and in the command line.
