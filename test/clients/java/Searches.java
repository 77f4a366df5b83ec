import static ca.uhn.fhir.rest.api.SearchStyleEnum.POST;

import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r5.model.Bundle;
import org.hl7.fhir.r5.model.PlanDefinition;
import org.hl7.fhir.r5.model.ResearchStudy;

/** Searches and their pages. */
final class Searches extends Checks {
    Searches(IGenericClient client) {
        super(client);
    }

    @Override
    void run() {
        Check.check("search", this::searches);
        Check.check("search by POST", this::postSearch);
        Check.check("summary and elements", this::summary);
        Check.check("paging", this::paging);
        Check.check("include", this::include);
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
                .where(identifier("include"))
                .include(ResearchStudy.INCLUDE_PROTOCOL)
                .execute();
        Check.equal(
                found.getEntry().stream()
                        .map(entry -> entry.getResource().fhirType() + " " + entry.getSearch().getMode().toCode())
                        .toList(),
                List.of("ResearchStudy match", "PlanDefinition include"));
    }
}
