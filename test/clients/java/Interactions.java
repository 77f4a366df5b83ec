import static ca.uhn.fhir.rest.api.SearchStyleEnum.POST;

import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.CapturingInterceptor;
import ca.uhn.fhir.rest.gclient.StringClientParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r5.model.Bundle;
import org.hl7.fhir.r5.model.CapabilityStatement;
import org.hl7.fhir.r5.model.CodeType;
import org.hl7.fhir.r5.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r5.model.IdType;
import org.hl7.fhir.r5.model.Observation;
import org.hl7.fhir.r5.model.Reference;
import org.hl7.fhir.r5.model.ResearchStudy;
import org.hl7.fhir.r5.model.StringType;

/** Each resource by itself: create, read, update, patch, delete and history. */
final class Interactions extends Checks {
    private final EncodingEnum encoding;

    Interactions(IGenericClient client, EncodingEnum encoding) {
        super(client);
        this.encoding = encoding;
    }

    @Override
    void run() {
        Check.check("capabilities", this::capabilities);
        Check.check("encoding", this::encoding);
        Check.check("create", this::create);
        Check.check("read", this::read);
        Check.check("vread", this::vread);
        Check.check("update", this::update);
        Check.check("update as create", this::updateAsCreate);
        Check.check("version conflict", this::versionConflict);
        Check.check("JSON Patch", this::jsonPatch);
        Check.check("FHIRPath Patch", this::fhirPathPatch);
        Check.check("history of a resource", this::historyOfResource);
        Check.check("history of a type and of the server", this::histories);
        Check.check("exact decimals", this::exactDecimals);
        Check.check("delete", this::delete);
        Check.check("delete of what is referred to", this::referredTo);
        Check.check("errors", this::errors);
    }

    private void capabilities() {
        // Every first request of the client checks this as well.
        CapabilityStatement statement = client.capabilities().ofType(CapabilityStatement.class).execute();
        Check.equal(statement.getFhirVersion(), FHIRVersion._5_0_0);
        var declared = statement.getRestFirstRep().getResource().stream()
                .filter(resource -> resource.getType().equals("ResearchStudy"))
                .toList();
        Check.equal(declared.size(), 1);
        var parameters = declared.get(0).getSearchParam().stream().map(parameter -> parameter.getName());
        Check.equal(parameters.toList().contains("title"), true);
    }

    private void encoding() {
        CapturingInterceptor captured = new CapturingInterceptor();
        client.registerInterceptor(captured);
        create(Resources.study("encoding"));
        client.unregisterInterceptor(captured);
        String type = encoding.getResourceContentTypeNonLegacy();
        Check.contains(captured.getLastRequest().getAllHeaders().get("Content-Type").get(0), type);
        Check.contains(captured.getLastResponse().getHeaders("Content-Type").get(0), type);
    }

    private void create() {
        MethodOutcome outcome = create(Resources.study("create"));
        Check.equal(outcome.getCreated(), true);
        Check.equal(outcome.getId().getVersionIdPart(), "1");
        ResearchStudy created = (ResearchStudy) outcome.getResource();
        Check.equal(created.getIdentifierFirstRep().getValue(), "create");
        Check.equal(created.getMeta().getVersionId(), "1");
    }

    private void read() {
        IIdType id = create(Resources.study("read")).getId();
        ResearchStudy read = read(id);
        Check.equal(read.getIdElement().getIdPart(), id.getIdPart());
        Check.equal(read.getTitle(), "A trial of rest");
    }

    private void vread() {
        MethodOutcome created = create(Resources.study("vread", "First"));
        client.update().resource(changed(created, "Second")).execute();
        String id = created.getId().getIdPart();
        List<String> titles = new ArrayList<>();
        for (String version : List.of("1", "2")) {
            var read = client.read().resource(ResearchStudy.class).withIdAndVersion(id, version).execute();
            titles.add(read.getTitle());
        }
        Check.equal(titles, List.of("First", "Second"));
    }

    private void update() {
        MethodOutcome created = create(Resources.study("update"));
        MethodOutcome updated = client.update().resource(changed(created, "Changed")).execute();
        Check.equal(updated.getId().getVersionIdPart(), "2");
        Check.equal(read(created.getId()).getTitle(), "Changed");
    }

    private void updateAsCreate() {
        ResearchStudy study = Resources.study("update-as-create");
        study.setId("my-own-id");
        Check.equal(client.update().resource(study).execute().getCreated(), true);
        Check.equal(read(new IdType("ResearchStudy/my-own-id")).getTitle(), "A trial of rest");
    }

    private void versionConflict() throws Exception {
        MethodOutcome created = create(Resources.study("conflict"));
        // The client sends If-Match when the id has a version.
        IIdType first = created.getId().toUnqualified();
        client.update().resource(changed(created, "Mine")).withId(first).execute();
        var error = Check.thrown(
                PreconditionFailedException.class,
                () -> client.update().resource(changed(created, "Yours")).withId(first).execute());
        Check.contains(Resources.errors(error.getOperationOutcome()), "version 2");
        Check.equal(read(created.getId()).getTitle(), "Mine");
    }

    private void jsonPatch() throws Exception {
        IIdType id = create(Resources.study("json-patch")).getId().toUnqualifiedVersionless();
        MethodOutcome patched = client.patch()
                .withBody("[{\"op\": \"replace\", \"path\": \"/title\", \"value\": \"Patched\"}]")
                .withId(id)
                .execute();
        Check.equal(patched.getId().getVersionIdPart(), "2");
        Check.equal(read(id).getTitle(), "Patched");
        var wrong = "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"nothing\"}]";
        var error = Check.thrown(
                UnprocessableEntityException.class,
                () -> client.patch().withBody(wrong).withId(id).execute());
        Check.contains(Resources.errors(error.getOperationOutcome()), "status");
    }

    private void fhirPathPatch() throws Exception {
        IIdType id = create(Resources.study("fhirpath-patch")).getId().toUnqualifiedVersionless();
        var title = new StringType("Patched");
        client.patch().withFhirPatch(replacement("ResearchStudy.title", title)).withId(id).execute();
        Check.equal(read(id).getTitle(), "Patched");
        var status = new CodeType("nothing");
        var wrong = replacement("ResearchStudy.status", status);
        var error = Check.thrown(
                UnprocessableEntityException.class,
                () -> client.patch().withFhirPatch(wrong).withId(id).execute());
        Check.contains(Resources.errors(error.getOperationOutcome()), "status");
        Check.equal(read(id).getMeta().getVersionId(), "2");
    }

    private void historyOfResource() {
        MethodOutcome created = create(Resources.study("history", "First"));
        client.update().resource(changed(created, "Second")).execute();
        IIdType id = created.getId().toUnqualifiedVersionless();
        client.delete().resourceById(id).execute();
        Bundle history = client.history().onInstance(id).returnBundle(Bundle.class).execute();
        Check.equal(history.getType(), Bundle.BundleType.HISTORY);
        Check.equal(history.getTotal(), 3);
        Check.equal(
                history.getEntry().stream().map(entry -> entry.getRequest().getMethod().toCode()).toList(),
                List.of("DELETE", "PUT", "POST"));
        Check.equal(Resources.titles(history), List.of("Second", "First"));
    }

    private void histories() {
        String id = create(Resources.study("histories")).getId().getIdPart();
        Bundle ofType = client.history().onType(ResearchStudy.class).returnBundle(Bundle.class).count(1).execute();
        Bundle ofServer = client.history().onServer().returnBundle(Bundle.class).count(1).execute();
        for (Bundle history : List.of(ofType, ofServer)) {
            Check.equal(history.getEntry().size(), 1);
            Check.equal(history.getEntryFirstRep().getResource().getIdElement().getIdPart(), id);
        }
    }

    private void exactDecimals() {
        for (String decimal : List.of("0.40", "1.500", "100", "0.00000000000000000001")) {
            IIdType id = client.create().resource(Resources.hazardRatio(decimal)).execute().getId();
            Observation read = client.read().resource(Observation.class).withId(id.getIdPart()).execute();
            Check.equal(read.getValueQuantity().getValue().toPlainString(), decimal);
        }
    }

    private void delete() throws Exception {
        IIdType id = create(Resources.study("delete")).getId().toUnqualifiedVersionless();
        client.delete().resourceById(id).execute();
        var error = Check.thrown(ResourceGoneException.class, () -> read(id));
        Check.contains(Resources.errors(error.getOperationOutcome()), "deleted");
        Check.equal(identified("delete").getTotal(), 0);
    }

    private void referredTo() throws Exception {
        ResearchStudy part = Resources.study("part");
        IIdType whole = create(Resources.study("whole")).getId().toUnqualifiedVersionless();
        part.addPartOf(new Reference(whole.getValue()));
        create(part);
        var error = Check.thrown(
                ResourceVersionConflictException.class,
                () -> client.delete().resourceById(whole).execute());
        Check.contains(Resources.errors(error.getOperationOutcome()), "ResearchStudy/");
        Check.equal(read(whole).getTitle(), "A trial of rest");
    }

    private void errors() throws Exception {
        var absent = Check.thrown(ResourceNotFoundException.class, () -> read(new IdType("ResearchStudy/nowhere")));
        Check.contains(Resources.errors(absent.getOperationOutcome()), "nowhere");
        var invalid = Check.thrown(
                UnprocessableEntityException.class, () -> create(Resources.study("errors").setStatus(null)));
        Check.contains(Resources.errors(invalid.getOperationOutcome()), "status");
        var unknown = Check.thrown(
                InvalidRequestException.class,
                () -> search().where(new StringClientParam("colour").matches().value("blue")).execute());
        Check.contains(Resources.errors(unknown.getOperationOutcome()), "colour");
    }
}
