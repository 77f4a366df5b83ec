import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r5.model.Bundle;
import org.hl7.fhir.r5.model.CodeableConcept;
import org.hl7.fhir.r5.model.Enumerations.ObservationStatus;
import org.hl7.fhir.r5.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r5.model.Observation;
import org.hl7.fhir.r5.model.OperationOutcome;
import org.hl7.fhir.r5.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r5.model.PlanDefinition;
import org.hl7.fhir.r5.model.Quantity;
import org.hl7.fhir.r5.model.Reference;
import org.hl7.fhir.r5.model.ResearchStudy;
import org.hl7.fhir.r5.model.Resource;

/** The resources that are sent, and what is read from those that are answered. */
final class Resources {
    /** The system of the studies' identifiers. */
    static final String SYSTEM = "https://trials.example/registry";

    private static final String PROTOCOL = "urn:uuid:0b8e5a2e-2f3c-4d57-9a52-5f1f7f2d6c22";

    private Resources() {}

    /** A study with an identifier. */
    static ResearchStudy study(String value, String title) {
        ResearchStudy study = new ResearchStudy();
        study.addIdentifier().setSystem(SYSTEM).setValue(value);
        study.setStatus(PublicationStatus.ACTIVE);
        study.setTitle(title);
        return study;
    }

    /** A study with an identifier and a title that does not matter. */
    static ResearchStudy study(String value) {
        return study(value, "A trial of rest");
    }

    /** An observation of a decimal. */
    static Observation hazardRatio(String decimal) {
        Observation observation = new Observation();
        observation.setStatus(ObservationStatus.FINAL);
        observation.setCode(new CodeableConcept().setText("Hazard ratio"));
        observation.setValue(new Quantity().setValue(new BigDecimal(decimal)));
        return observation;
    }

    /** A Bundle that creates resources. */
    static Bundle creating(Bundle.BundleType type, Resource... resources) {
        Bundle bundle = new Bundle().setType(type);
        for (Resource resource : resources) {
            bundle.addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.POST)
                    .setUrl(resource.fhirType());
        }
        return bundle;
    }

    /** A transaction of a study and the protocol that it refers to by a temporary address. */
    static Bundle studyWithProtocol(String value) {
        ResearchStudy study = study(value);
        study.addProtocol(new Reference(PROTOCOL));
        PlanDefinition protocol = new PlanDefinition();
        protocol.setStatus(PublicationStatus.ACTIVE).setTitle("Protocol of " + value);
        Bundle bundle = creating(Bundle.BundleType.TRANSACTION, study, protocol);
        bundle.getEntry().get(1).setFullUrl(PROTOCOL);
        return bundle;
    }

    /** A Bundle whose second entry is not valid: an observation needs a code. */
    static Bundle broken(Bundle.BundleType type, String value) {
        return creating(type, study(value), new Observation().setStatus(ObservationStatus.FINAL));
    }

    /** The titles of the studies in a Bundle. */
    static List<String> titles(Bundle bundle) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof ResearchStudy)
                .map(entry -> ((ResearchStudy) entry.getResource()).getTitle())
                .toList();
    }

    /** The statuses of a Bundle's responses, without their words. */
    static List<String> statuses(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResponse().getStatus().substring(0, 3))
                .toList();
    }

    /** The texts of the errors in an OperationOutcome. */
    static String errors(Object outcome) {
        return ((OperationOutcome) outcome)
                .getIssue().stream()
                        .filter(issue -> issue.getSeverity() == IssueSeverity.ERROR)
                        .map(issue -> issue.getDetails().getText())
                        .collect(Collectors.joining("\n"));
    }
}
