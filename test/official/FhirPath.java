import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Manager;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.fhirpath.ExpressionNode;
import org.hl7.fhir.r5.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r5.fhirpath.FHIRPathUtilityClasses.FunctionDetails;
import org.hl7.fhir.r5.fhirpath.IHostApplicationServices;
import org.hl7.fhir.r5.fhirpath.TypeDetails;
import org.hl7.fhir.r5.model.Base;
import org.hl7.fhir.r5.model.Identifier;
import org.hl7.fhir.r5.model.ValueSet;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;

/**
 * Evaluates expressions on resources with the official engine. Arguments as those of Validate. Standard input: the
 * number of expressions, an expression per line, then a resource per line: its JSON and, after tabs, where to evaluate
 * what, as paths of the root resource, of the resource around and of the element, and numbers of expressions, with bars
 * between them. Standard output: a line for each resource with an answer for each expression, with tabs between them:
 * T or F for its truth, then the types and values it gives, with bars between them; or E and what is wrong.
 */
public final class FhirPath {
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    System.setOut(System.err);
    IWorkerContext context = Validate.engine(args[0], Arrays.copyOfRange(args, 1, args.length)).getContext();
    FHIRPathEngine engine = new FHIRPathEngine(context);
    engine.setHostServices(new Host(context));
    Map<String, ExpressionNode> parsed = new HashMap<>();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String[] expressions = new String[Integer.parseInt(in.readLine())];
    for (int i = 0; i < expressions.length; i++) expressions[i] = in.readLine();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] parts = line.split("\t");
      Element root =
          Manager.parseSingle(
              context, new ByteArrayInputStream(parts[0].getBytes(StandardCharsets.UTF_8)), FhirFormat.JSON);
      StringBuilder answers = new StringBuilder();
      for (int at = 1; at < parts.length; at++) {
        String[] where = parts[at].split("\\|");
        Element outer = find(engine, parsed, root, where[0]);
        Element resource = find(engine, parsed, root, where[1]);
        Element element = find(engine, parsed, root, where[2]);
        for (String number : where[3].split(",")) {
          if (answers.length() > 0) answers.append('\t');
          String expression = expressions[Integer.parseInt(number)];
          answers.append(answer(engine, parsed, outer, resource, element, expression).replaceAll("\\s+", " "));
        }
      }
      out.println(answers);
      out.flush();
    }
  }

  private static ExpressionNode parse(FHIRPathEngine engine, Map<String, ExpressionNode> parsed, String text) {
    return parsed.computeIfAbsent(text, engine::parse);
  }

  private static Element find(FHIRPathEngine engine, Map<String, ExpressionNode> parsed, Element root, String path) {
    List<Base> found = engine.evaluate(null, root, root, root, parse(engine, parsed, path));
    return found.isEmpty() ? null : (Element) found.get(0);
  }

  private static String answer(
      FHIRPathEngine engine,
      Map<String, ExpressionNode> parsed,
      Element root,
      Element resource,
      Element element,
      String expression) {
    if (element == null) return "E no such element";
    try {
      List<Base> found = engine.evaluate(resource, resource, root, element, parse(engine, parsed, expression));
      StringBuilder answer = new StringBuilder(engine.convertToBoolean(found) ? "T" : "F");
      for (Base one : found) {
        answer.append('|').append(one.fhirType());
        if (one.isPrimitive()) answer.append('=').append(one.primitiveValue());
      }
      return answer.toString();
    } catch (Throwable wrong) {
      return "E " + wrong.getMessage();
    }
  }

  /** References lead to what is contained, or else to a resource that has only the type they name or are said to have. */
  private static final class Host implements IHostApplicationServices {
    private static final Pattern LITERAL =
        Pattern.compile("(?:https?://.*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})(?:/_history/[A-Za-z0-9.-]{1,64})?");
    private final IWorkerContext context;

    Host(IWorkerContext context) {
      this.context = context;
    }

    @Override
    public Base resolveReference(FHIRPathEngine engine, Object at, String url, Identifier identifier, Base reference) {
      if (url == null) return reference instanceof Element ? stub(((Element) reference).getNamedChildValue("type"), "") : null;
      if (url.startsWith("#")) {
        List<Element> contained = new ArrayList<>();
        ((Element) at).getNamedChildren("contained", contained);
        for (Element one : contained) if (url.equals("#" + one.getIdBase())) return one;
        return null;
      }
      Matcher named = LITERAL.matcher(url);
      return named.matches() ? stub(named.group(1), ",\"id\":\"" + named.group(2) + "\"") : null;
    }

    private Element stub(String type, String more) {
      if (type == null || !context.getResourceNamesAsSet().contains(type)) return null;
      String json = "{\"resourceType\":\"" + type + "\"" + more + "}";
      try {
        return Manager.parseSingle(
            context, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), FhirFormat.JSON);
      } catch (Exception unreadable) {
        return null;
      }
    }

    @Override
    public ValueSet resolveValueSet(FHIRPathEngine engine, Object at, String url) {
      return context.fetchResource(ValueSet.class, url);
    }

    @Override
    public List<Base> resolveConstant(FHIRPathEngine e, Object at, String name, FHIRPathConstantEvaluationMode mode) {
      return new ArrayList<>();
    }

    @Override
    public TypeDetails resolveConstantType(FHIRPathEngine e, Object at, String name, FHIRPathConstantEvaluationMode mode) {
      return null;
    }

    @Override
    public boolean log(String argument, List<Base> focus) {
      return true;
    }

    @Override
    public FunctionDetails resolveFunction(FHIRPathEngine engine, String name) {
      return null;
    }

    @Override
    public TypeDetails checkFunction(
        FHIRPathEngine engine, Object at, String name, TypeDetails focus, List<TypeDetails> parameters) {
      return null;
    }

    @Override
    public List<Base> executeFunction(
        FHIRPathEngine engine, Object at, List<Base> focus, String name, List<List<Base>> parameters) {
      return null;
    }

    @Override
    public Base findContainingResource(Object at, Base item) {
      return (Base) at;
    }

    @Override
    public boolean conformsToProfile(FHIRPathEngine engine, Object at, Base item, String url) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean paramIsType(String name, int index) {
      return false;
    }
  }
}
