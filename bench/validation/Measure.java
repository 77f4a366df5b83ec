import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.validation.ValidationEngine;
import org.hl7.fhir.validation.instance.InstanceValidator;

/**
 * Measures how many resources the official validator judges in a second of the process's time, one instance of it used
 * again and again.
 * Arguments as those of Validate. Standard input: the seconds to warm up with all resources, and with each
 * set, the seconds to measure, then sets of resources, a resource per line, an empty line after each set. Standard output: the rate of each set.
 */
public final class Measure {
  private static final double NANOSECONDS = 1e9;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    System.setOut(System.err);
    ValidationEngine engine = Validate.engine(args[0], Arrays.copyOfRange(args, 1, args.length));
    engine.setPolicyAdvisor(null);
    InstanceValidator validator = engine.getValidator(FhirFormat.JSON);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    double warmOverall = Double.parseDouble(in.readLine());
    double warm = Double.parseDouble(in.readLine());
    double measured = Double.parseDouble(in.readLine());
    List<List<byte[]>> sets = new ArrayList<>();
    List<byte[]> set = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isEmpty()) {
        sets.add(set);
        set = new ArrayList<>();
      } else {
        set.add(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    rate(validator, sets.stream().flatMap(List::stream).toList(), warmOverall);
    for (List<byte[]> resources : sets) {
      rate(validator, resources, warm);
      out.println(rate(validator, resources, measured));
      out.flush();
    }
  }

  /** Whole rounds over the resources, until the time is over. */
  private static double rate(InstanceValidator validator, List<byte[]> resources, double seconds)
      throws Exception {
    long start = PROCESS.getProcessCpuTime();
    long count = 0;
    double took = 0;
    while (took < seconds) {
      for (byte[] resource : resources) {
        validator.validate(null, new ArrayList<>(), new ByteArrayInputStream(resource), FhirFormat.JSON);
      }
      count += resources.size();
      took = (PROCESS.getProcessCpuTime() - start) / NANOSECONDS;
    }
    return count / took;
  }
}
