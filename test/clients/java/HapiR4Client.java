import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.ReferenceClientParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ResearchStudy;
import org.hl7.fhir.r4.model.ResearchStudy.ResearchStudyStatus;

/** Drives the server with HAPI FHIR's generic client for R4, beside the address named. */
public final class HapiR4Client {
    private static final String SYSTEM = "https://trials.example/registry";

    private final IGenericClient client;

    private HapiR4Client(IGenericClient client) {
        this.client = client;
    }

    public static void main(String[] args) {
        FhirContext context = FhirContext.forR4();
        // Anything in an answer that is not R4 is an error.
        context.setParserErrorHandler(new StrictErrorHandler());
        context.getRestfulClientFactory().setSocketTimeout(60_000);
        String base = args[0].replaceFirst("/fhir$", "/r4");
        new HapiR4Client(context.newRestfulGenericClient(base)).run();
    }

    private void run() {
        Check.check("capabilities", this::capabilities);
        Check.check("create and read", this::createAndRead);
        Check.check("update, vread and history", this::updateAndHistory);
        Check.check("JSON Patch", this::jsonPatch);
        Check.check("search", this::search);
        Check.check("include and chain", this::includeAndChain);
        Check.check("conditional create", this::conditionalCreate);
        Check.check("transaction", this::transaction);
        Check.check("operation $validate", this::validate);
        Check.check("delete", this::delete);
        Check.check("errors", this::errors);
    }

    private static ResearchStudy study(String value) {
        ResearchStudy study = new ResearchStudy();
        study.addIdentifier().setSystem(SYSTEM).setValue(value);
        study.setStatus(ResearchStudyStatus.COMPLETED);
        study.setTitle("A trial of rest");
        study.addArm().setName("Rest").setDescription("Rest for a week");
        return study;
    }

    private MethodOutcome create(ResearchStudy study) {
        return client.create().resource(study).execute();
    }

    private ResearchStudy read(IIdType id) {
        return client.read().resource(ResearchStudy.class).withId(id.toUnqualifiedVersionless()).execute();
    }

    private static String errors(Object outcome) {
        return ((OperationOutcome) outcome).getIssueFirstRep().getDetails().getText();
    }

    private void capabilities() {
        // Every first request of the client checks this as well.
        CapabilityStatement statement = client.capabilities().ofType(CapabilityStatement.class).execute();
        Check.equal(statement.getFhirVersion(), FHIRVersion._4_0_1);
        var study = statement.getRestFirstRep().getResource().stream()
                .filter(resource -> resource.getType().equals("ResearchStudy"))
                .toList();
        var parameters = study.get(0).getSearchParam().stream().map(parameter -> parameter.getName());
        Check.equal(parameters.toList().contains("principalinvestigator"), true);
    }

    private void createAndRead() {
        MethodOutcome outcome = create(study("create"));
        Check.equal(outcome.getCreated(), true);
        ResearchStudy read = read(outcome.getId());
        Check.equal(read.getStatus(), ResearchStudyStatus.COMPLETED);
        Check.equal(read.getArmFirstRep().getName(), "Rest");
    }

    private void updateAndHistory() {
        ResearchStudy created = (ResearchStudy) create(study("update")).getResource();
        IIdType id = created.getIdElement().toUnqualifiedVersionless();
        client.update().resource(created.copy().setStatus(ResearchStudyStatus.WITHDRAWN)).execute();
        Check.equal(read(id).getStatus(), ResearchStudyStatus.WITHDRAWN);
        var first = client.read().resource(ResearchStudy.class).withIdAndVersion(id.getIdPart(), "1").execute();
        Check.equal(first.getStatus(), ResearchStudyStatus.COMPLETED);
        Bundle history = client.history().onInstance(id).returnBundle(Bundle.class).execute();
        Check.equal(history.getTotal(), 2);
    }

    private void jsonPatch() {
        IIdType id = create(study("patch")).getId().toUnqualifiedVersionless();
        client.patch()
                .withBody("[{\"op\": \"replace\", \"path\": \"/arm/0/name\", \"value\": \"Sleep\"}]")
                .withId(id)
                .execute();
        Check.equal(read(id).getArmFirstRep().getName(), "Sleep");
    }

    private Bundle found(String title, String status) {
        return client.search()
                .forResource(ResearchStudy.class)
                .where(ResearchStudy.TITLE.matches().value(title))
                .and(ResearchStudy.STATUS.exactly().code(status))
                .returnBundle(Bundle.class)
                .execute();
    }

    private void search() {
        create(study("search-1").setTitle("Sea air"));
        create(study("search-2").setTitle("Sea air").setStatus(ResearchStudyStatus.DISAPPROVED));
        Bundle page = found("sea", "disapproved");
        Check.equal(page.getTotal(), 1);
        ResearchStudy only = (ResearchStudy) page.getEntryFirstRep().getResource();
        Check.equal(only.getIdentifierFirstRep().getValue(), "search-2");
        Check.equal(found("sea", "approved").getTotal(), 0);
    }

    private void includeAndChain() {
        Organization sponsor = new Organization().setName("Harbour Hospital");
        IIdType id = client.create().resource(sponsor).execute().getId().toUnqualifiedVersionless();
        create(study("party").setSponsor(new Reference(id.getValue())));
        Bundle page = client.search()
                .forResource(ResearchStudy.class)
                .where(new ReferenceClientParam("sponsor").hasChainedProperty(Organization.NAME.matches().value("harbour")))
                .include(ResearchStudy.INCLUDE_SPONSOR)
                .returnBundle(Bundle.class)
                .execute();
        Check.equal(
                page.getEntry().stream().map(entry -> entry.getResource().fhirType()).toList(),
                List.of("ResearchStudy", "Organization"));
    }

    private void conditionalCreate() {
        for (boolean isNew : List.of(true, false)) {
            var outcome = client.create()
                    .resource(study("conditional"))
                    .conditional()
                    .where(ResearchStudy.IDENTIFIER.exactly().systemAndCode(SYSTEM, "conditional"))
                    .execute();
            Check.equal(outcome.getResponseStatusCode(), isNew ? 201 : 200);
        }
    }

    private void transaction() {
        String protocol = "urn:uuid:0b8e5a2e-2f3c-4d57-9a52-5f1f7f2d6c22";
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(study("transaction").addProtocol(new Reference(protocol)))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("ResearchStudy");
        bundle.addEntry()
                .setFullUrl(protocol)
                .setResource(new PlanDefinition().setStatus(PublicationStatus.ACTIVE).setTitle("Protocol"))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("PlanDefinition");
        Bundle answer = client.transaction().withBundle(bundle).execute();
        IdType at = new IdType(answer.getEntryFirstRep().getResponse().getLocation());
        var of = new IdType(read(at).getProtocolFirstRep().getReference());
        PlanDefinition stored = client.read().resource(PlanDefinition.class).withId(of).execute();
        Check.equal(stored.getTitle(), "Protocol");
    }

    private void validate() {
        var outcome = (OperationOutcome)
                client.validate().resource(study("validate")).execute().getOperationOutcome();
        Check.equal(
                outcome.getIssue().stream()
                        .anyMatch(issue -> issue.getSeverity() == OperationOutcome.IssueSeverity.ERROR),
                false);
    }

    private void delete() throws Exception {
        IIdType id = create(study("delete")).getId().toUnqualifiedVersionless();
        client.delete().resourceById(id).execute();
        Check.thrown(ResourceGoneException.class, () -> read(id));
    }

    private void errors() throws Exception {
        var absent = Check.thrown(ResourceNotFoundException.class, () -> read(new IdType("ResearchStudy/nowhere")));
        Check.contains(errors(absent.getOperationOutcome()), "nowhere");
        Check.thrown(UnprocessableEntityException.class, () -> create(study("errors").setStatus(null)));
    }
}
