// How to reach someone, in the words of the source.

RuleSet: Contact(path)
* insert Fact({path}.purpose.text)
* insert Fact({path}.name.text)
* insert Fact({path}.telecom.value)
* insert Fact({path}.address.text)
* insert Fact({path}.address.line)
* insert Fact({path}.address.city)
* insert Fact({path}.address.postalCode)
* insert Fact({path}.address.country)
* insert Fact({path}.organization.display)
