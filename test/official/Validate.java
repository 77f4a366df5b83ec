import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.formats.IParser;
import org.hl7.fhir.r5.formats.JsonParser;
import org.hl7.fhir.r5.model.OperationOutcome;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.ValidationEngine;

/**
 * Validates resources with the official validator, without a terminology server. Arguments: a folder of
 * definitions, then packages as NAME#VERSION from the user's FHIR package cache, the core package first.
 * Standard input: a resource per line. Standard output: an OperationOutcome per line, in the same order.
 */
public final class Validate {
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    // The engine reports its progress on standard output, which is the answer's here.
    System.setOut(System.err);
    ManagedWebAccess.setAccessPolicy(ManagedWebAccess.WebAccessPolicy.PROHIBITED);
    ValidationEngine engine = engine(args[0], Arrays.copyOfRange(args, 1, args.length));
    JsonParser json = new JsonParser();
    json.setOutputStyle(IParser.OutputStyle.NORMAL);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      List<ValidationMessage> messages = new ArrayList<>();
      OperationOutcome outcome =
          engine.validate(line.getBytes(StandardCharsets.UTF_8), FhirFormat.JSON, new ArrayList<>(), messages);
      outcome.setText(null);
      out.println(json.composeString(outcome));
      out.flush();
    }
  }

  private static ValidationEngine engine(String definitions, String[] packages) throws Exception {
    ValidationEngine engine =
        new ValidationEngine.ValidationEngineBuilder()
            .withVersion("5.0.0")
            .withNoTerminologyServer()
            .withCanRunWithoutTerminologyServer(true)
            .fromSource(packages[0]);
    for (int i = 1; i < packages.length; i++) {
      String[] name = packages[i].split("#");
      engine.loadPackage(name[0], name[1]);
    }
    File[] files = new File(definitions).listFiles((folder, name) -> name.endsWith(".json"));
    Arrays.sort(files);
    for (File file : files) {
      try (FileInputStream stream = new FileInputStream(file)) {
        engine.getContext().cacheResource(new JsonParser().parse(stream));
      }
    }
    // A resource comes alone here; whether what it refers to exists is for the caller to see.
    engine.setAssumeValidRestReferences(true);
    engine.setShowMessageIds(true);
    engine.prepare();
    return engine;
  }
}
