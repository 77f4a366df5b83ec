import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import java.util.List;
import org.hl7.fhir.r5.model.ResearchStudy;
import org.hl7.fhir.r5.model.StringType;

/** Interactions that depend on a condition. */
final class Conditions extends Checks {
    Conditions(IGenericClient client) {
        super(client);
    }

    @Override
    void run() {
        Check.check("conditional read", this::conditionalRead);
        Check.check("conditional create", this::conditionalCreate);
        Check.check("conditional update", this::conditionalUpdate);
        Check.check("conditional patch and delete", this::conditionalPatchAndDelete);
    }

    private void conditionalRead() {
        MethodOutcome created = create(Resources.study("conditional-read"));
        ResearchStudy kept = (ResearchStudy) created.getResource();
        var read = client.read().resource(ResearchStudy.class).withId(created.getId().toUnqualifiedVersionless());
        Check.equal(read.ifVersionMatches("1").returnResource(kept).execute() == kept, true);
        Check.equal(read.ifVersionMatches("2").returnResource(kept).execute() == kept, false);
    }

    private MethodOutcome createUnlessThere(ResearchStudy study) {
        return client.create()
                .resource(study)
                .conditional()
                .where(identifier("conditional-create"))
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
                .where(identifier("conditional-update"))
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
        var title = new StringType("Patched");
        client.patch()
                .withFhirPatch(replacement("ResearchStudy.title", title))
                .conditional(ResearchStudy.class)
                .where(identifier("conditional-patch"))
                .execute();
        Check.equal(Resources.titles(identified("conditional-patch")), List.of("Patched"));
        client.delete()
                .resourceConditionalByType(ResearchStudy.class)
                .where(identifier("conditional-patch"))
                .execute();
        Check.equal(identified("conditional-patch").getTotal(), 0);
    }
}
