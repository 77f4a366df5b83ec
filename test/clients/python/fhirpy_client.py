"""Drives the server with fhirpy; the models of fhir.resources write what is sent and read what is answered."""

import asyncio
import json
import sys

from check import check, equal, raised
from fhir.resources.bundle import Bundle
from fhir.resources.capabilitystatement import CapabilityStatement
from fhir.resources.observation import Observation
from fhir.resources.operationoutcome import OperationOutcome as Outcome
from fhir.resources.parameters import Parameters
from fhir.resources.plandefinition import PlanDefinition
from fhir.resources.researchstudy import ResearchStudy
from fhirpy import AsyncFHIRClient, SyncFHIRClient
from fhirpy.base.exceptions import MultipleResourcesFound, OperationOutcome, ResourceNotFound

BASE = sys.argv[1]
SYSTEM = "https://trials.example/registry"
TAG = {"system": "https://trials.example/tags", "code": "checked"}

client = SyncFHIRClient(BASE)
studies = client.resources("ResearchStudy")


def as_dict(model):
    """A model of fhir.resources as the dictionary that fhirpy sends."""
    return json.loads(model.model_dump_json())


def study(value, title="A trial of rest"):
    """A study with an identifier, checked by fhir.resources, as fhirpy's resource."""
    model = ResearchStudy(identifier=[{"system": SYSTEM, "value": value}], status="active", title=title)
    return client.resource("ResearchStudy", **as_dict(model))


def identified(value):
    """The search for the study with an identifier."""
    return studies.search(identifier=f"{SYSTEM}|{value}")


def entry(resource):
    """An entry of a transaction that creates a resource."""
    return {"resource": resource, "request": {"method": "POST", "url": resource["resourceType"]}}


def study_with_protocol(value):
    """A transaction of a study and the protocol that it refers to by a temporary address."""
    address = "urn:uuid:0b8e5a2e-2f3c-4d57-9a52-5f1f7f2d6c22"
    protocol = as_dict(PlanDefinition(status="active", title=f"Protocol of {value}"))
    entries = [
        entry({**study(value).serialize(), "protocol": [{"reference": address}]}),
        {"fullUrl": address, **entry(protocol)},
    ]
    return as_dict(Bundle(type="transaction", entry=entries))


def broken(kind, value):
    """A Bundle whose second entry is not valid: an observation needs a code."""
    observation = {"resourceType": "Observation", "status": "final"}
    entries = [entry(study(value).serialize()), entry(observation)]
    return {"resourceType": "Bundle", "type": kind, "entry": entries}


def replacement(path, value):
    """The parameters of a FHIRPath Patch that replaces a value."""
    parts = [{"name": "type", "valueCode": "replace"}, {"name": "path", "valueString": path}, {"name": "value", **value}]
    return as_dict(Parameters(parameter=[{"name": "operation", "part": parts}]))


def errors(outcome):
    """The texts of the errors in an OperationOutcome, as a dictionary or its JSON."""
    read = Outcome.model_validate(json.loads(outcome) if isinstance(outcome, str) else outcome)
    return " ".join(issue.details.text for issue in read.issue if issue.severity in ("error", "fatal"))


def titles(resources):
    """The titles of resources."""
    return [resource.title for resource in resources]


@check("capabilities")
def _():
    statement = CapabilityStatement.model_validate(client.execute("metadata", method="get"))
    equal(statement.fhirVersion, "5.0.0")
    [declared] = [one for one in statement.rest[0].resource if one.type == "ResearchStudy"]
    assert "title" in [parameter.name for parameter in declared.searchParam]
    assert "patch" in [interaction.code for interaction in declared.interaction]


@check("create")
def _():
    created = study("create").create()
    equal(created.meta.versionId, "1")
    model = ResearchStudy.model_validate(created.serialize())
    equal((model.id, model.identifier[0].value), (created.id, "create"))
    assert model.meta.lastUpdated.tzinfo is not None


@check("read")
def _():
    created = study("read").create()
    equal(client.reference("ResearchStudy", created.id).to_resource().title, "A trial of rest")
    equal(client.get("ResearchStudy", created.id)["title"], "A trial of rest")


@check("conditional read")
def _():
    created = study("conditional-read").create()
    # fhirpy keeps what it has when the answer is 304.
    created.title = "Not saved"
    equal(created.refresh().title, "Not saved")
    other = client.reference("ResearchStudy", created.id).to_resource()
    other.title = "Changed"
    other.update()
    equal(created.refresh().title, "Changed")


@check("vread")
def _():
    created = study("vread", "First").create()
    created.title = "Second"
    created.update()
    versions = [client.execute(f"{created.reference}/_history/{version}", method="get") for version in (1, 2)]
    equal(titles(versions), ["First", "Second"])


@check("update")
def _():
    created = study("update").create()
    created.title = "Changed"
    created.update()
    equal((created.title, created.meta.versionId), ("Changed", "2"))


@check("version conflict")
def _():
    created = study("conflict").create()
    first = SyncFHIRClient(BASE, extra_headers={"If-Match": 'W/"1"'})
    mine = first.resource(created.resourceType, **{**created.serialize(), "title": "Mine"})
    equal(mine.update().meta.versionId, "2")
    yours = first.resource(created.resourceType, **{**created.serialize(), "title": "Yours"})
    # fhirpy has this one exception for 412.
    error = raised(MultipleResourcesFound, yours.update)
    assert "version 2" in errors(str(error))
    equal(created.refresh().title, "Mine")


@check("FHIRPath Patch")
def _():
    created = study("fhirpath-patch").create()

    patched = client.patch(created.reference, **replacement("ResearchStudy.title", {"valueString": "Patched"}))
    equal((patched["title"], patched["meta"]["versionId"]), ("Patched", "2"))
    wrong = replacement("ResearchStudy.status", {"valueCode": "nothing"})
    assert "status" in errors(raised(OperationOutcome, client.patch, created.reference, **wrong).resource)
    # A body of elements alone is no patch of FHIR's.
    error = raised(OperationOutcome, client.patch, created.reference, title="Merged")
    assert "resourceType" in errors(error.resource)
    equal(created.refresh().title, "Patched")


@check("history of a resource")
def _():
    created = study("history", "First").create()
    created.title = "Second"
    created.update()
    created.delete()
    history = Bundle.model_validate(client.execute(f"{created.reference}/_history", method="get"))
    equal((history.type, history.total), ("history", 3))
    equal([one.request.method for one in history.entry], ["DELETE", "PUT", "POST"])
    equal([one.resource.title for one in history.entry if one.resource], ["Second", "First"])


@check("history of a type and of the server")
def _():
    created = study("histories").create()
    for path in ("ResearchStudy/_history", "_history"):
        history = Bundle.model_validate(client.execute(path, method="get"))
        equal(history.entry[0].resource.id, created.id)


@check("search")
def _():
    study("search-1", "Sea air for sleep").create()
    study("search-2", "Mountain air for sleep").create()
    equal(titles(studies.search(title="sea air").fetch()), ["Sea air for sleep"])
    equal(identified("search-2").get().title, "Mountain air for sleep")
    found = studies.search(title__contains="AIR for").sort("-title").fetch_all()
    equal(titles(found), ["Sea air for sleep", "Mountain air for sleep"])
    equal(studies.search(title="desert").first(), None)
    raised(MultipleResourcesFound, studies.search(title__contains="air").get)
    Bundle.model_validate(client.execute("ResearchStudy", method="get", params={"title": "sea air"}))


@check("elements")
def _():
    study("elements").create()
    # fhirpy asks for `resourceType` as well.
    found = identified("elements").elements("title").fetch()[0]
    assert "identifier" not in found and found.title == "A trial of rest"


@check("lenient count")
def _():
    study("count").create()
    # fhirpy's count has a parameter of its own, which is refused unless the client asks for lenience.
    error = raised(OperationOutcome, identified("count").count)
    assert "_totalMethod" in errors(error.resource)
    lenient = SyncFHIRClient(BASE, extra_headers={"Prefer": "handling=lenient"})
    equal(lenient.resources("ResearchStudy").search(identifier=f"{SYSTEM}|count").count(), 1)


@check("paging")
def _():
    for at in range(7):
        study(f"page-{at}", f"Page {at}").create()
    expected = [f"Page {at}" for at in range(7)]
    equal(titles(studies.search(title="page").sort("title").limit(3).fetch_all()), expected)

    async def read_all():
        pages = AsyncFHIRClient(BASE).resources("ResearchStudy").search(title="page").sort("title").limit(3)
        return await pages.fetch_all()

    equal(titles(asyncio.run(read_all())), expected)


@check("include")
def _():
    client.execute("", data=study_with_protocol("include"))
    found = identified("include").include("ResearchStudy", "protocol").fetch_raw()
    kinds = [(one.resource.resourceType, one.search.mode) for one in found.entry]
    equal(kinds, [("ResearchStudy", "match"), ("PlanDefinition", "include")])


@check("reference resolved")
def _():
    client.execute("", data=study_with_protocol("resolve"))
    equal(identified("resolve").get().protocol[0].to_resource().title, "Protocol of resolve")


@check("conditional create")
def _():
    query = f"identifier={SYSTEM}|conditional-create"
    conditional = SyncFHIRClient(BASE, extra_headers={"If-None-Exist": query}).resources("ResearchStudy")
    first, created = conditional.get_or_create(study("conditional-create"))
    equal(created, True)
    second, created = conditional.get_or_create(study("conditional-create", "Another"))
    equal((created, second.id, second.title), (False, first.id, "A trial of rest"))


@check("conditional update")
def _():
    found = identified("conditional-update")
    first, created = found.update(study("conditional-update", "First"))
    equal(created, True)
    second, created = found.update(study("conditional-update", "Second"))
    equal((created, second.id, second.title), (False, first.id, "Second"))
    study("conditional-update").create()
    error = raised(MultipleResourcesFound, found.update, study("conditional-update", "Third"))
    assert "More than one" in errors(str(error))


@check("conditional patch and delete")
def _():
    study("conditional-patch").create()
    change = replacement("ResearchStudy.title", {"valueString": "Patched"})
    patched = identified("conditional-patch").patch(**change)
    equal(patched.title, "Patched")
    equal(identified("conditional-patch").delete(), (None, 204))
    raised(ResourceNotFound, identified("conditional-patch").get)


@check("transaction")
def _():
    answer = Bundle.model_validate(client.execute("", data=study_with_protocol("transaction")))
    equal(answer.type, "transaction-response")
    equal([one.response.status[:3] for one in answer.entry], ["201", "201"])
    stored = identified("transaction").get()
    assert f"/{stored.protocol[0].reference}/_history/1" in answer.entry[1].response.location


@check("failed transaction")
def _():
    error = raised(OperationOutcome, client.execute, "", data=broken("transaction", "broken"))
    assert "code" in errors(error.resource)
    equal(identified("broken").first(), None)


@check("batch")
def _():
    answer = Bundle.model_validate(client.execute("", data=broken("batch", "batch")))
    equal([one.response.status[:3] for one in answer.entry], ["201", "422"])
    equal(answer.entry[1].response.outcome.get_resource_type(), "OperationOutcome")


@check("operation $validate")
def _():
    assert study("validate").is_valid()
    wrong = study("validate")
    del wrong["status"]
    equal(wrong.is_valid(), False)
    assert "status" in errors(raised(OperationOutcome, wrong.is_valid, raise_exception=True).resource)


@check("operations $meta and $meta-add")
def _():
    created = study("meta").create()
    created.execute("$meta-add", data=as_dict(Parameters(parameter=[{"name": "meta", "valueMeta": {"tag": [TAG]}}])))
    read = Parameters.model_validate(created.execute("$meta", method="get"))
    equal(read.parameter[0].valueMeta.tag[0].code, "checked")
    equal(studies.search(_tag=f"{TAG['system']}|checked", _id=created.id).get().id, created.id)


@check("decimals")
def _():
    code = {"text": "Hazard ratio"}
    sent = Observation(status="final", code=code, valueQuantity={"value": "0.40"})
    created = client.resource("Observation", **as_dict(sent)).create()
    equal(Observation.model_validate(created.serialize()).valueQuantity.value, sent.valueQuantity.value)


@check("delete")
def _():
    created = study("delete").create()
    equal(created.delete(), None)
    error = raised(ResourceNotFound, created.to_reference().to_resource)
    assert "deleted" in errors(str(error))
    raised(ResourceNotFound, identified("delete").get)


@check("errors")
def _():
    error = raised(ResourceNotFound, client.get, "ResearchStudy/nowhere")
    assert "nowhere" in errors(str(error))
    wrong = study("errors")
    wrong.status = "nothing"
    assert "status" in errors(raised(OperationOutcome, wrong.create).resource)
    error = raised(OperationOutcome, studies.search(colour="blue").fetch)
    assert "colour" in errors(error.resource)
