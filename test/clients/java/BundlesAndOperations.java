import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r5.model.Bundle;
import org.hl7.fhir.r5.model.IdType;
import org.hl7.fhir.r5.model.Meta;
import org.hl7.fhir.r5.model.PlanDefinition;
import org.hl7.fhir.r5.model.ResearchStudy;

/** Batches, transactions and operations. */
final class BundlesAndOperations extends Checks {
    BundlesAndOperations(IGenericClient client) {
        super(client);
    }

    @Override
    void run() {
        Check.check("transaction", this::transaction);
        Check.check("failed transaction", this::failedTransaction);
        Check.check("batch", this::batch);
        Check.check("operation $validate", this::validate);
        Check.check("operations $meta, $meta-add and $meta-delete", this::meta);
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
}
