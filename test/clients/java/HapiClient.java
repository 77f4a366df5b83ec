import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.util.List;

/** Drives the server with HAPI FHIR's generic client, in the encoding named first, at the address named last. */
public final class HapiClient {
    private HapiClient() {}

    public static void main(String[] args) {
        EncodingEnum encoding = EncodingEnum.valueOf(args[0]);
        FhirContext context = FhirContext.forR5();
        // Anything in an answer that is not R5 is an error.
        context.setParserErrorHandler(new StrictErrorHandler());
        context.getRestfulClientFactory().setSocketTimeout(60_000);
        IGenericClient client = context.newRestfulGenericClient(args[1]);
        client.setEncoding(encoding);
        List.of(
                        new Interactions(client, encoding),
                        new Searches(client),
                        new Conditions(client),
                        new BundlesAndOperations(client))
                .forEach(Checks::run);
    }
}
