import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.utils.validation.constants.ReferenceValidationPolicy;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.ValidationEngine;
import org.hl7.fhir.validation.instance.InstanceValidator;
import org.hl7.fhir.validation.service.StandAloneValidatorFetcher;

/**
 * Says of resources what errors the official validator finds in each, looked at for itself. Arguments as those of
 * Validate. Standard input: a resource per line. Standard output: a line each, its errors with tabs between them,
 * which is empty if there are none.
 */
public final class Verdicts {
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    System.setOut(System.err);
    ManagedWebAccess.setAccessPolicy(ManagedWebAccess.WebAccessPolicy.PROHIBITED);
    ValidationEngine engine = Validate.engine(args[0], Arrays.copyOfRange(args, 1, args.length));
    // As its command has it: what a reference leads to outside the resource is not looked at.
    StandAloneValidatorFetcher fetcher =
        new StandAloneValidatorFetcher(engine.getPcm(), engine.getContext(), engine);
    fetcher.setReferencePolicy(ReferenceValidationPolicy.IGNORE);
    engine.setFetcher(fetcher);
    engine.setPolicyAdvisor(fetcher);
    // The official examples are full of them.
    engine.setAllowExampleUrls(true);
    InstanceValidator validator = engine.getValidator(FhirFormat.JSON);
    // As R5 has it, https://hl7.org/fhir/R5/extensibility.html: nobody refuses a resource for an extension he does not know.
    validator.setAnyExtensionsAllowed(true);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(errors(validator, line.getBytes(StandardCharsets.UTF_8)));
      out.flush();
    }
  }

  private static String errors(InstanceValidator validator, byte[] resource) {
    StringBuilder errors = new StringBuilder();
    try {
      List<ValidationMessage> messages = new ArrayList<>();
      validator.validate(null, messages, new ByteArrayInputStream(resource), FhirFormat.JSON);
      for (ValidationMessage message : messages) {
        if (message.getLevel().isError()) add(errors, message.getLocation() + ": " + message.getMessage());
      }
    } catch (Exception refused) {
      add(errors, "refused: " + refused);
    }
    return errors.toString();
  }

  private static void add(StringBuilder errors, String error) {
    errors.append(errors.length() > 0 ? "\t" : "").append(error.replaceAll("\\s+", " "));
  }
}
