import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.ICriterion;
import ca.uhn.fhir.rest.gclient.IQuery;
import ca.uhn.fhir.rest.gclient.StringClientParam;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r5.model.Bundle;
import org.hl7.fhir.r5.model.CodeType;
import org.hl7.fhir.r5.model.DataType;
import org.hl7.fhir.r5.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r5.model.Parameters;
import org.hl7.fhir.r5.model.ResearchStudy;
import org.hl7.fhir.r5.model.StringType;

/** Checks on a client; each makes what it needs. */
abstract class Checks {
    static final StringClientParam TITLE = new StringClientParam("title");
    static final TokenClientParam IDENTIFIER = new TokenClientParam("identifier");

    final IGenericClient client;

    Checks(IGenericClient client) {
        this.client = client;
    }

    /** Runs all of them. */
    abstract void run();

    final MethodOutcome create(ResearchStudy study) {
        return client.create().resource(study).execute();
    }

    final ResearchStudy read(IIdType id) {
        return client.read().resource(ResearchStudy.class).withId(id.toUnqualifiedVersionless()).execute();
    }

    /** What was created, with another title. */
    static ResearchStudy changed(MethodOutcome created, String title) {
        return ((ResearchStudy) created.getResource()).copy().setTitle(title);
    }

    final IQuery<Bundle> search() {
        return client.search().forResource(ResearchStudy.class).returnBundle(Bundle.class);
    }

    /** The criterion that a study has an identifier. */
    static ICriterion<?> identifier(String value) {
        return IDENTIFIER.exactly().systemAndCode(Resources.SYSTEM, value);
    }

    final Bundle identified(String value) {
        return search().where(identifier(value)).execute();
    }

    /** A FHIRPath Patch that replaces a value. */
    static Parameters replacement(String path, DataType value) {
        Parameters patch = new Parameters();
        ParametersParameterComponent operation = patch.addParameter().setName("operation");
        operation.addPart().setName("type").setValue(new CodeType("replace"));
        operation.addPart().setName("path").setValue(new StringType(path));
        operation.addPart().setName("value").setValue(value);
        return patch;
    }
}
