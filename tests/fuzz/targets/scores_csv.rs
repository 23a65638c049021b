#![no_main]

libfuzzer_sys::fuzz_target!(init: inputs::quietly(), |bytes: &[u8]| inputs::scores_csv(bytes));
