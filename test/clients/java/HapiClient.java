import static ca.uhn.fhir.rest.api.SearchStyleEnum.POST;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.CapturingInterceptor;
import ca.uhn.fhir.rest.gclient.IQuery;
import ca.uhn.fhir.rest.gclient.StringClientParam;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
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
import org.hl7.fhir.r5.model.Meta;
import org.hl7.fhir.r5.model.Observation;
import org.hl7.fhir.r5.model.Parameters;
import org.hl7.fhir.r5.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r5.model.PlanDefinition;
import org.hl7.fhir.r5.model.Reference;
import org.hl7.fhir.r5.model.ResearchStudy;
import org.hl7.fhir.r5.model.StringType;

/** Drives the server with HAPI FHIR's generic client, in the encoding named first, at the address named last. */
public final class HapiClient {
    private static final StringClientParam TITLE = new StringClientParam("title");
    private static final TokenClientParam IDENTIFIER = new TokenClientParam("identifier");

    private final IGenericClient client;
    private final EncodingEnum encoding;

    private HapiClient(EncodingEnum encoding, String base) {
        FhirContext context = FhirContext.forR5();
        // Anything in an answer that is not R5 is an error.
        context.setParserErrorHandler(new StrictErrorHandler());
        context.getRestfulClientFactory().setSocketTimeout(60_000);
        client = context.newRestfulGenericClient(base);
        client.setEncoding(encoding);
        this.encoding = encoding;
    }

    public static void main(String[] args) {
        new HapiClient(EncodingEnum.valueOf(args[0]), args[1]).run();
    }

    private MethodOutcome create(ResearchStudy study) {
        return client.create().resource(study).execute();
    }

    private ResearchStudy read(IIdType id) {
        return client.read().resource(ResearchStudy.class).withId(id.toUnqualifiedVersionless()).execute();
    }

    private static ResearchStudy changed(MethodOutcome outcome, String title) {
        return ((ResearchStudy) outcome.getResource()).copy().setTitle(title);
    }

    private IQuery<Bundle> search() {
        return client.search().forResource(ResearchStudy.class).returnBundle(Bundle.class);
    }

    private Bundle identified(String value) {
        return search().where(IDENTIFIER.exactly().systemAndCode(Resources.SYSTEM, value)).execute();
    }

    private static Parameters replacement(String path, ParametersParameterComponent value) {
        Parameters patch = new Parameters();
        ParametersParameterComponent operation = patch.addParameter().setName("operation");
        operation.addPart().setName("type").setValue(new CodeType("replace"));
        operation.addPart().setName("path").setValue(new StringType(path));
        operation.addPart(value.setName("value"));
        return patch;
    }

    private void run() {
        Check.check("capabilities", this::capabilities);
        Check.check("encoding", this::encoding);
        Check.check("create", this::create);
        Check.check("read", this::read);
        Check.check("conditional read", this::conditionalRead);
        Check.check("vread", this::vread);
        Check.check("update", this::update);
        Check.check("update as create", this::updateAsCreate);
        Check.check("version conflict", this::versionConflict);
        Check.check("JSON Patch", this::jsonPatch);
        Check.check("FHIRPath Patch", this::fhirPathPatch);
        Check.check("history of a resource", this::historyOfResource);
        Check.check("history of a type and of the server", this::histories);
        Check.check("search", this::searches);
        Check.check("search by POST", this::postSearch);
        Check.check("summary and elements", this::summary);
        Check.check("paging", this::paging);
        Check.check("include", this::include);
        Check.check("conditional create", this::conditionalCreate);
        Check.check("conditional update", this::conditionalUpdate);
        Check.check("conditional patch and delete", this::conditionalPatchAndDelete);
        Check.check("transaction", this::transaction);
        Check.check("failed transaction", this::failedTransaction);
        Check.check("batch", this::batch);
        Check.check("operation $validate", this::validate);
        Check.check("operations $meta, $meta-add and $meta-delete", this::meta);
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

    private void conditionalRead() {
        MethodOutcome created = create(Resources.study("conditional-read"));
        ResearchStudy kept = (ResearchStudy) created.getResource();
        var read = client.read().resource(ResearchStudy.class).withId(created.getId().toUnqualifiedVersionless());
        Check.equal(read.ifVersionMatches("1").returnResource(kept).execute() == kept, true);
        Check.equal(read.ifVersionMatches("2").returnResource(kept).execute() == kept, false);
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
        var title = new ParametersParameterComponent().setValue(new StringType("Patched"));
        client.patch().withFhirPatch(replacement("ResearchStudy.title", title)).withId(id).execute();
        Check.equal(read(id).getTitle(), "Patched");
        var status = new ParametersParameterComponent().setValue(new CodeType("nothing"));
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

    private void searches() {
        create(Resources.study("search-1", "Sea air for sleep"));
        create(Resources.study("search-2", "Mountain air for sleep"));
        Check.equal(
                Resources.titles(search().where(TITLE.matches().value("sea air")).execute()),
                List.of("Sea air for sleep"));
        Check.equal(Resources.titles(identified("search-2")), List.of("Mountain air for sleep"));
        Check.equal(
                Resources.titles(
                        search().where(TITLE.contains().value("AIR for")).sort().descending(TITLE).execute()),
                List.of("Sea air for sleep", "Mountain air for sleep"));
        Check.equal(search().where(TITLE.matches().value("desert")).execute().getTotal(), 0);
    }

    private void postSearch() {
        create(Resources.study("post-search", "Posted"));
        Check.equal(
                Resources.titles(search().where(TITLE.matches().value("Posted")).usingStyle(POST).execute()),
                List.of("Posted"));
    }

    private void summary() {
        create(Resources.study("summary", "Summed up"));
        var query = search().where(TITLE.matches().value("Summed up"));
        Check.equal(query.summaryMode(SummaryEnum.COUNT).execute().getTotal(), 1);
        Bundle some = search().where(TITLE.matches().value("Summed up")).elementsSubset("title").execute();
        ResearchStudy found = (ResearchStudy) some.getEntryFirstRep().getResource();
        Check.equal(found.getTitle(), "Summed up");
        Check.equal(found.hasIdentifier(), false);
        Check.equal(found.getMeta().getTagFirstRep().getCode(), "SUBSETTED");
    }

    private void paging() {
        for (int at = 0; at < 7; at++) create(Resources.study("page-" + at, "Page " + at));
        List<List<String>> pages = new ArrayList<>();
        Bundle page = search().where(TITLE.matches().value("page")).sort().ascending(TITLE).count(3).execute();
        Check.equal(page.getTotal(), 7);
        while (true) {
            pages.add(Resources.titles(page));
            if (page.getLink(Bundle.LINK_NEXT) == null) break;
            page = client.loadPage().next(page).execute();
        }
        Check.equal(
                pages,
                List.of(List.of("Page 0", "Page 1", "Page 2"), List.of("Page 3", "Page 4", "Page 5"), List.of("Page 6")));
    }

    private void include() {
        client.transaction().withBundle(Resources.studyWithProtocol("include")).execute();
        Bundle found = search()
                .where(IDENTIFIER.exactly().systemAndCode(Resources.SYSTEM, "include"))
                .include(ResearchStudy.INCLUDE_PROTOCOL)
                .execute();
        Check.equal(
                found.getEntry().stream()
                        .map(entry -> entry.getResource().fhirType() + " " + entry.getSearch().getMode().toCode())
                        .toList(),
                List.of("ResearchStudy match", "PlanDefinition include"));
    }

    private MethodOutcome createUnlessThere(ResearchStudy study) {
        return client.create()
                .resource(study)
                .conditional()
                .where(IDENTIFIER.exactly().systemAndCode(Resources.SYSTEM, "conditional-create"))
                .execute();
    }

    private void conditionalCreate() {
        MethodOutcome first = createUnlessThere(Resources.study("conditional-create"));
        MethodOutcome second = createUnlessThere(Resources.study("conditional-create", "Another"));
        Check.equal(first.getCreated(), true);
        Check.equal(second.getCreated() == null || !second.getCreated(), true);
        Check.equal(second.getId().getIdPart(), first.getId().getIdPart());
        Check.equal(identified("conditional-create").getTotal(), 1);
    }

    private MethodOutcome updateWhere(String title) {
        return client.update()
                .resource(Resources.study("conditional-update", title))
                .conditional()
                .where(IDENTIFIER.exactly().systemAndCode(Resources.SYSTEM, "conditional-update"))
                .execute();
    }

    private void conditionalUpdate() throws Exception {
        MethodOutcome first = updateWhere("First");
        MethodOutcome second = updateWhere("Second");
        Check.equal(second.getId().getIdPart(), first.getId().getIdPart());
        Check.equal(Resources.titles(identified("conditional-update")), List.of("Second"));
        create(Resources.study("conditional-update"));
        var error = Check.thrown(PreconditionFailedException.class, () -> updateWhere("Third"));
        Check.contains(Resources.errors(error.getOperationOutcome()), "More than one");
    }

    private void conditionalPatchAndDelete() {
        create(Resources.study("conditional-patch"));
        var title = new ParametersParameterComponent().setValue(new StringType("Patched"));
        client.patch()
                .withFhirPatch(replacement("ResearchStudy.title", title))
                .conditional(ResearchStudy.class)
                .where(IDENTIFIER.exactly().systemAndCode(Resources.SYSTEM, "conditional-patch"))
                .execute();
        Check.equal(Resources.titles(identified("conditional-patch")), List.of("Patched"));
        client.delete()
                .resourceConditionalByType(ResearchStudy.class)
                .where(IDENTIFIER.exactly().systemAndCode(Resources.SYSTEM, "conditional-patch"))
                .execute();
        Check.equal(identified("conditional-patch").getTotal(), 0);
    }

    private void transaction() {
        Bundle answer = client.transaction().withBundle(Resources.studyWithProtocol("transaction")).execute();
        Check.equal(answer.getType(), Bundle.BundleType.TRANSACTIONRESPONSE);
        Check.equal(Resources.statuses(answer), List.of("201", "201"));
        ResearchStudy stored = (ResearchStudy) identified("transaction").getEntryFirstRep().getResource();
        var protocol = new IdType(answer.getEntry().get(1).getResponse().getLocation());
        Check.equal(stored.getProtocolFirstRep().getReference(), protocol.toUnqualifiedVersionless().getValue());
        PlanDefinition read = client.read().resource(PlanDefinition.class).withId(protocol.getIdPart()).execute();
        Check.equal(read.getTitle(), "Protocol of transaction");
    }

    private void failedTransaction() throws Exception {
        var bundle = Resources.broken(Bundle.BundleType.TRANSACTION, "broken");
        var error = Check.thrown(
                UnprocessableEntityException.class, () -> client.transaction().withBundle(bundle).execute());
        Check.contains(Resources.errors(error.getOperationOutcome()), "code");
        Check.equal(identified("broken").getTotal(), 0);
    }

    private void batch() {
        Bundle bundle = Resources.broken(Bundle.BundleType.BATCH, "batch");
        Bundle answer = client.transaction().withBundle(bundle).execute();
        Check.equal(answer.getType(), Bundle.BundleType.BATCHRESPONSE);
        Check.equal(Resources.statuses(answer), List.of("201", "422"));
        Check.contains(Resources.errors(answer.getEntry().get(1).getResponse().getOutcome()), "code");
    }

    private void validate() {
        MethodOutcome valid = client.validate().resource(Resources.study("validate")).execute();
        Check.equal(Resources.errors(valid.getOperationOutcome()), "");
        ResearchStudy broken = Resources.study("validate").setStatus(null);
        MethodOutcome invalid = client.validate().resource(broken).execute();
        Check.contains(Resources.errors(invalid.getOperationOutcome()), "status");
    }

    private void meta() {
        IIdType id = create(Resources.study("meta")).getId().toUnqualifiedVersionless();
        Meta tags = new Meta();
        tags.addTag().setSystem("https://trials.example/tags").setCode("checked");
        Check.equal(client.meta().add().onResource(id).meta(tags).execute().getTag().size(), 1);
        Check.equal(client.meta().get(Meta.class).fromResource(id).execute().getTagFirstRep().getCode(), "checked");
        Check.equal(search().withTag("https://trials.example/tags", "checked").execute().getTotal(), 1);
        client.meta().delete().onResource(id).meta(tags).execute();
        Check.equal(client.meta().get(Meta.class).fromResource(id).execute().hasTag(), false);
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
