import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Manager;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.utils.validation.IResourceValidator;
import org.hl7.fhir.r5.utils.validation.constants.ReferenceValidationPolicy;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.ValidationEngine;
import org.hl7.fhir.validation.instance.InstanceValidator;
import org.hl7.fhir.validation.instance.advisor.BasePolicyAdvisorForFullValidation;
import org.hl7.fhir.validation.service.StandAloneValidatorFetcher;

/**
 * Says of resources what errors the official validator finds in each, looked at for itself: a literal reference leads
 * to a resource of the type it names. Arguments as those of Validate. Standard input: a resource per line. Standard
 * output: a line each, its errors with tabs between them, which is empty if there are none.
 */
public final class Verdicts {
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    System.setOut(System.err);
    ValidationEngine engine = Validate.engine(args[0], Arrays.copyOfRange(args, 1, args.length));
    engine.setPolicyAdvisor(
        new BasePolicyAdvisorForFullValidation(ReferenceValidationPolicy.CHECK_TYPE_IF_EXISTS, null));
    // The official examples are full of them.
    engine.setAllowExampleUrls(true);
    engine.setFetcher(new AnyResource(engine));
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

  /** Finds for every literal reference a resource that has only a type and an id. */
  private static final class AnyResource extends StandAloneValidatorFetcher {
    private static final Pattern LITERAL =
        Pattern.compile("(?:https?://.*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})(?:/_history/[A-Za-z0-9.-]{1,64})?");
    private final ValidationEngine engine;

    AnyResource(ValidationEngine engine) throws IOException {
      super(engine.getPcm(), engine.getContext(), engine);
      this.engine = engine;
    }

    @Override
    public Element fetch(IResourceValidator validator, Object context, String url) throws IOException {
      Matcher named = LITERAL.matcher(url);
      if (!named.matches() || !engine.getContext().getResourceNamesAsSet().contains(named.group(1))) return null;
      String json = "{\"resourceType\":\"" + named.group(1) + "\",\"id\":\"" + named.group(2) + "\"}";
      return Manager.parseSingle(
          engine.getContext(), new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), FhirFormat.JSON);
    }
  }
}
