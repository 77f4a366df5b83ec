import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Manager;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.formats.IParser;
import org.hl7.fhir.r5.formats.JsonParser;
import org.hl7.fhir.r5.model.OperationOutcome;
import org.hl7.fhir.r5.utils.validation.IResourceValidator;
import org.hl7.fhir.r5.utils.validation.constants.ReferenceValidationPolicy;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.hl7.fhir.validation.ValidationEngine;
import org.hl7.fhir.validation.instance.advisor.BasePolicyAdvisorForFullValidation;
import org.hl7.fhir.validation.service.StandAloneValidatorFetcher;

/**
 * Validates resources with the official validator, without a terminology server. Arguments: a folder of
 * definitions or a package of them (.tgz), then packages as NAME#VERSION from the user's FHIR package cache, the core package first.
 * Standard input: a resource per line; references must lead to resources among them. Standard output: an
 * OperationOutcome per line, in the same order.
 */
public final class Validate {
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    // The engine reports its progress on standard output, which is the answer's here.
    System.setOut(System.err);
    ManagedWebAccess.setAccessPolicy(ManagedWebAccess.WebAccessPolicy.PROHIBITED);
    ValidationEngine engine = engine(args[0], Arrays.copyOfRange(args, 1, args.length));
    List<byte[]> resources = new ArrayList<>();
    Resolver resolver = new Resolver(engine);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      byte[] resource = line.getBytes(StandardCharsets.UTF_8);
      resources.add(resource);
      resolver.add(resource);
    }
    engine.setFetcher(resolver);
    JsonParser json = new JsonParser();
    json.setOutputStyle(IParser.OutputStyle.NORMAL);
    for (byte[] resource : resources) {
      OperationOutcome outcome = validated(engine, resource);
      outcome.setText(null);
      out.println(json.composeString(outcome));
      out.flush();
    }
  }

  /** What it says of a resource; that it failed, where it did. */
  private static OperationOutcome validated(ValidationEngine engine, byte[] resource) throws Exception {
    try {
      return engine.validate(resource, FhirFormat.JSON, new ArrayList<>(), new ArrayList<>());
    } catch (RuntimeException failure) {
      OperationOutcome outcome = new OperationOutcome();
      outcome
          .addIssue()
          .setSeverity(OperationOutcome.IssueSeverity.FATAL)
          .setCode(OperationOutcome.IssueType.EXCEPTION)
          .getDetails()
          .setText("The validator failed: " + failure);
      return outcome;
    }
  }

  /** The validator with these definitions and packages, not yet able to follow references. */
  static ValidationEngine engine(String definitions, String[] packages) throws Exception {
    ValidationEngine engine =
        new ValidationEngine.ValidationEngineBuilder()
            .withVersion(packages[0].split("#")[1])
            .withNoTerminologyServer()
            .withCanRunWithoutTerminologyServer(true)
            .fromSource(packages[0]);
    engine.getContext().setNoTerminologyServer(true);
    for (int i = 1; i < packages.length; i++) {
      String[] name = packages[i].split("#");
      engine.loadPackage(name[0], name[1]);
    }
    if (definitions.endsWith(".tgz"))
      engine.getIgLoader().loadIg(engine.getIgs(), engine.getBinaries(), definitions, false);
    else cache(engine, new File(definitions), "");
    // The engine loads no compartments from a package, which a CapabilityStatement names.
    File core = new File(System.getProperty("user.home"), ".fhir/packages/" + packages[0] + "/package");
    cache(engine, core, "CompartmentDefinition-");
    engine.setShowMessageIds(true);
    engine.setPolicyAdvisor(
        new BasePolicyAdvisorForFullValidation(ReferenceValidationPolicy.CHECK_EXISTS_AND_TYPE, null) {
          @Override
          public ReferenceValidationPolicy policyForReference(
              IResourceValidator validator,
              Object context,
              String path,
              String url,
              ReferenceDestinationType destination) {
            // What leads to a type that this version does not have cannot be followed in it.
            boolean isType = url.matches("[A-Z][A-Za-z]+/.*");
            boolean isKnown =
                engine.getContext().getResourceNamesAsSet().contains(url.split("/")[0]);
            return isType && !isKnown
                ? ReferenceValidationPolicy.IGNORE
                : super.policyForReference(validator, context, path, url, destination);
          }
        });
    engine.prepare();
    return engine;
  }

  /** Lets the validator know the resources of a folder whose names begin so. */
  private static void cache(ValidationEngine engine, File from, String prefix) throws Exception {
    File[] files =
        from.listFiles((folder, name) -> name.startsWith(prefix) && name.endsWith(".json"));
    Arrays.sort(files);
    for (File file : files) {
      try (FileInputStream stream = new FileInputStream(file)) {
        engine.getContext().cacheResource(new JsonParser().parse(stream));
      }
    }
  }

  /** Finds what a relative reference names among the resources of this run. */
  private static final class Resolver extends StandAloneValidatorFetcher {
    private final ValidationEngine engine;
    private final Map<String, Element> byReference = new HashMap<>();

    Resolver(ValidationEngine engine) throws IOException {
      super(engine.getPcm(), engine.getContext(), engine);
      this.engine = engine;
    }

    void add(byte[] resource) {
      try {
        Element element =
            Manager.parseSingle(engine.getContext(), new ByteArrayInputStream(resource), FhirFormat.JSON);
        if (element != null && element.getIdBase() != null) {
          byReference.put(element.fhirType() + "/" + element.getIdBase(), element);
        }
      } catch (Exception unreadable) {
        // Its own validation says what is wrong with it.
      }
    }

    @Override
    public Element fetch(IResourceValidator validator, Object context, String url) throws IOException {
      Element found = byReference.get(url.replaceFirst("/_history/.*", ""));
      return found != null ? found : super.fetch(validator, context, url);
    }
  }
}
