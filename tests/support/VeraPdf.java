import java.io.File;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether files keep PDF/UA-1 and PDF/A-2a; names every rule that is broken, and ends with 1 if one is. */
public class VeraPdf {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean sound = true;
        for (String file : files) {
            for (String standard : new String[] {"ua1", "2a"}) {
                PDFAFlavour flavour = PDFAFlavour.fromString(standard);
                try (var parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    ValidationResult result = validator.validate(parser);
                    sound &= result.isCompliant();
                    System.out.println((result.isCompliant() ? "keeps  " : "BREAKS ") + standard + "  " + file);
                    for (TestAssertion broken : result.getTestAssertions()) {
                        System.out.println("    " + broken.getRuleId() + " " + broken.getMessage()
                                + " at " + broken.getLocation().getContext());
                    }
                }
            }
        }
        System.exit(sound && files.length > 0 ? 0 : 1);
    }
}
