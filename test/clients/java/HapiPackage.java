import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.NpmPackageValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.model.ResearchStudy;

/**
 * Loads the package of the profiles, the file named first on the class path, and validates a study against them that
 * the server, at the address named last, makes of the registry's record named second.
 */
public final class HapiPackage {
    private final IGenericClient client;
    private final FhirValidator validator;
    private final Path document;

    private HapiPackage(FhirContext context, String file, Path document, String base) throws IOException {
        this.client = context.newRestfulGenericClient(base);
        this.document = document;
        NpmPackageValidationSupport profiles = new NpmPackageValidationSupport(context);
        profiles.loadPackageFromClasspath(file);
        ValidationSupportChain support = new ValidationSupportChain(
                profiles,
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context));
        this.validator = context.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }

    public static void main(String[] args) throws IOException {
        FhirContext context = FhirContext.forR5();
        context.getRestfulClientFactory().setSocketTimeout(60_000);
        HapiPackage program = new HapiPackage(context, args[0], Path.of(args[1]), args[2]);
        Check.check("a study meets the profile of the package", program::meets);
        Check.check("a study without narrative does not", program::misses);
    }

    private ResearchStudy study() throws IOException, InterruptedException {
        HttpRequest ingest = HttpRequest.newBuilder(URI.create(client.getServerBase() + "/$ingest"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofFile(document))
                .build();
        HttpClient.newHttpClient().send(ingest, HttpResponse.BodyHandlers.discarding());
        return client.read().resource(ResearchStudy.class).withId("NCT99999907").execute();
    }

    private List<String> errors(ResearchStudy study) {
        return validator.validateWithResult(study).getMessages().stream()
                .filter(one -> one.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(SingleValidationMessage::getMessage)
                .toList();
    }

    private void meets() throws IOException, InterruptedException {
        Check.equal(errors(study()), List.of());
    }

    private void misses() throws IOException, InterruptedException {
        ResearchStudy study = study();
        study.setText(null);
        List<String> errors = errors(study);
        Check.equal(errors.size(), 1);
        Check.contains(errors.get(0), "ResearchStudy.text: minimum");
        Check.contains(errors.get(0), "StructureDefinition/trial-research-study");
    }
}
