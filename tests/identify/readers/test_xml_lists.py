"""Lists in XML: invented entries in the published shapes, with what real editions have of oddities."""

import pytest

from answerable.identify import Identifier, ListedName, Unreadable
from answerable.identify.xml import MOST
from answerable.model.errors import ListUnreadable
from tests.identify.readers.reading import read

EU = """<?xml version="1.0"?><export xmlns="http://eu.europa.ec/fpi/fsd/export"
generationDate="2031-06-30T08:00">
<sanctionEntity euReferenceNumber="EU.1.1" unitedNationId="" designationDate="2030-01-02" logicalId="7">
<remark>Head of the port</remark>
<regulation publicationDate="2030-01-03" numberTitle="1/2030 (OJ L1)" programme="TAM"/>
<subjectType code="person" classificationCode="P"/>
<nameAlias wholeName="Suo Tan" function="Minister" nameLanguage="" strong="true"/>
<nameAlias wholeName="Суо Тан" nameLanguage="RU" strong="true"/>
<nameAlias wholeName="The Port" nameLanguage="EN" strong="false"/>
<nameAlias wholeName="" firstName="S." lastName="Tan" nameLanguage="" strong="true"/>
<nameAlias wholeName="" nameLanguage="EN" strong="true"/>
<citizenship countryIso2Code="TM" countryDescription="TAMSOR"/>
<birthdate circa="true" calendarType="GREGORIAN" city="Port Selwyn" year="1955" countryDescription="UNKNOWN"/>
<birthdate circa="false" calendarType="ISLAMIC" year="1374" monthOfYear="3" countryDescription="UNKNOWN"/>
<birthdate circa="false" calendarType="GREGORIAN" yearRangeFrom="1954" yearRangeTo="1956"/>
<identification number="X1" identificationTypeDescription="National passport" countryDescription="TAMSOR"/>
<address street="1 Quay" city="Port Selwyn" countryDescription="TAMSOR"/>
</sanctionEntity><sanctionEntity logicalId="8"><subjectType code="enterprise"/></sanctionEntity></export>"""


def test_the_eu() -> None:
    edition, (entry,), unreadable = read(EU)
    assert (edition.list_id, edition.published) == ("eu-fsf", "2031-06-30")
    assert entry.names == (
        ListedName("Suo Tan", "primary"),
        ListedName("Суо Тан", "strong", relation="RU"),
        ListedName("The Port", "weak", relation="EN"),
        ListedName("S. Tan", "strong"),
    )
    assert entry.birth_dates == ("circa 1955", "1374-03 (Islamic calendar)", "1954 to 1956")
    assert (entry.key, entry.kind, entry.countries) == ("7", "person", ("TAMSOR",))
    assert entry.identifiers == (
        Identifier("EU reference", "EU.1.1"),
        Identifier("National passport", "X1", "TAMSOR"),
    )
    assert (entry.addresses, entry.birth_places) == (("1 Quay, Port Selwyn, TAMSOR",), ("Port Selwyn",))
    assert (entry.positions, entry.reason) == (("Minister",), "1/2030 (OJ L1)")
    assert entry.listed_in_words() == "listed on 2030-01-02"
    assert unreadable == [
        Unreadable("sanctionEntity 1 (logicalId 7), nameAlias 5", "it has no name"),
        Unreadable("sanctionEntity 2 (logicalId 8)", "it has no name"),
    ]


UN = """<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2031-06-30T00:00:09Z"><INDIVIDUALS><INDIVIDUAL>
<DATAID>7</DATAID><FIRST_NAME>SUO</FIRST_NAME><SECOND_NAME>TAN</SECOND_NAME><UN_LIST_TYPE>TAM</UN_LIST_TYPE>
<REFERENCE_NUMBER>TAi.001</REFERENCE_NUMBER><LISTED_ON>2030-01-02</LISTED_ON>
<NAME_ORIGINAL_SCRIPT>譚索; 谭索</NAME_ORIGINAL_SCRIPT><COMMENTS1>Harbour master.</COMMENTS1>
<DESIGNATION><VALUE>Minister</VALUE></DESIGNATION><NATIONALITY><VALUE>Tamsor</VALUE></NATIONALITY>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>TAM, Sok</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Port</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1955</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>X1</NUMBER></INDIVIDUAL_DOCUMENT>
</INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY><DATAID>7</DATAID><FIRST_NAME>SELWYN WORKS</FIRST_NAME>
<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>PORT WORKS</ALIAS_NAME></ENTITY_ALIAS></ENTITY>
<ENTITY><DATAID>9</DATAID></ENTITY></ENTITIES></CONSOLIDATED_LIST>"""


def test_the_security_council() -> None:
    _, (person, body), unreadable = read(UN)
    assert person.names == (
        ListedName("SUO TAN", "primary"),
        ListedName("TAM, Sok", "strong", relation="a.k.a."),
        ListedName("The Port", "weak", relation="a.k.a."),
        ListedName("譚索", "strong", relation="original script"),
        ListedName("谭索", "strong", relation="original script"),
    )
    assert person.birth_dates == ("circa 1955",)
    assert person.notes == ("name in original script as published: 譚索; 谭索",)
    assert body.names[1] == ListedName("PORT WORKS", "strong", relation="f.k.a.")
    assert (person.key, body.key) == ("7", "7 · SELWYN WORKS")
    assert unreadable == [Unreadable("ENTITY 3 (DATAID 9)", "it has no name")]


UK = """<?xml version="1.0"?><Designations><DateGenerated>30/06/2031</DateGenerated><Designation>
<DateDesignated>02/01/2030</DateDesignated><UniqueID>TAM0001</UniqueID><OFSIGroupID>7</OFSIGroupID><Names>
<Name><Name6>The Port</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name>
<Name><Name1>Suo</Name1><Name6>TAN</Name6><NameType>Primary Name</NameType></Name></Names>
<NonLatinNames><NonLatinName><NameNonLatinScript>Суо Тан</NameNonLatinScript>
<NonLatinScriptType>Cyrillic</NonLatinScriptType><NonLatinScriptLanguage>Russian</NonLatinScriptLanguage>
</NonLatinName></NonLatinNames><RegimeName>Tamsor Regulations</RegimeName>
<IndividualEntityShip>Individual</IndividualEntityShip>
<UKStatementofReasons>Ordered the beatings.</UKStatementofReasons>
<IndividualDetails><Individual><DOBs><DOB>dd/mm/1945</DOB><DOB>15/08/19yy</DOB></DOBs></Individual>
</IndividualDetails></Designation></Designations>"""


def test_the_uk() -> None:
    edition, (entry,), unreadable = read(UK)
    assert (edition.list_id, edition.published, unreadable) == ("gb-uksl", "2031-06-30", [])
    assert entry.names == (
        ListedName("Suo TAN", "primary"),
        ListedName("The Port", "weak", relation="Alias"),
        ListedName("Суо Тан", "strong", "Cyrl", "Russian"),
    )
    assert entry.birth_dates == ("dd/mm/1945", "15/08/19yy")
    assert entry.notes == ("“dd/mm/1945” says only the year", "“15/08/19yy” does not say the year")
    assert entry.reason == "Ordered the beatings."
    assert entry.listed_in_words() == "listed on 2030-01-02"


CANADA = """<?xml version="1.0"?><data-set>
<record><Country>Tamsor / Tamsor</Country><LastName>TAN</LastName><GivenName>Suo</GivenName>
<Aliases>Sok Tam, Mаrit Oдe</Aliases><DateOfBirth>Feb-72</DateOfBirth><Schedule>1</Schedule>
<Item>1</Item></record>
<record><Country>Tamsor / Tamsor</Country><Entity>Selwyn Works</Entity><Schedule>1</Schedule>
<Item>1</Item></record>
<record><Country>Tamsor / Tamsor</Country><EntityOrShip>Selwyn Star</EntityOrShip>
<ShipIMONumber>1</ShipIMONumber>
<DateOfBirthOrShipBuildDate>26354</DateOfBirthOrShipBuildDate><Schedule>2</Schedule><Item>3</Item>
<DateOfListing>2030-01-02</DateOfListing></record>
<record><LastName>ODE</LastName><DateOfBirthOrShipBuildDate>1975-19-25</DateOfBirthOrShipBuildDate></record>
<record><Country>Tamsor / Tamsor</Country></record></data-set>"""


def test_canada_by_old_and_present_names() -> None:
    edition, (person, body, ship, other), unreadable = read(CANADA)
    assert (edition.list_id, edition.published) == ("ca-sema", "")
    assert [name.text for name in person.names] == ["TAN, Suo", "Sok Tam", "Mаrit Oдe"]
    assert (person.birth_dates, person.listed_in_words()) == (
        ("Feb-72",), "listed, and the list does not say since when",
    )  # fmt: skip
    assert person.key == "Tamsor / Tamsor, schedule 1, item 1"
    assert body.key == "Tamsor / Tamsor, schedule 1, item 1 · Selwyn Works"
    assert (ship.kind, ship.remarks, ship.listed_in_words()) == (
        "vessel", "Built: 26354", "listed on 2030-01-02",
    )  # fmt: skip
    assert ship.notes == ("“26354” is a spreadsheet's number for the day 1972-02-25",)
    assert other.key == "ODE"
    assert other.notes == (
        "the list gives it no reference of its own",
        "“1975-19-25” is a day that does not exist",
    )
    assert unreadable == [Unreadable("record 5", "it has no name")]


SECO = """<?xml version="1.0"?><swiss-sanctions-list list-type="whole-list" date="2031-06-30">
<sanctions-program ssid="1"><program-key lang="eng">Tamsor</program-key>
<sanctions-set ssid="2" lang="eng">a</sanctions-set>
</sanctions-program>
<target ssid="7"><sanctions-set-id>2</sanctions-set-id><individual><identity ssid="8" main="true">
<name name-type="primary-name" quality="good">
<name-part order="2" name-part-type="given-name"><value>Suo</value>
<spelling-variant lang="RUS" script="LATN">Sho</spelling-variant></name-part>
<name-part order="1" name-part-type="family-name"><value>Tan</value>
<spelling-variant lang="RUS" script="CYRL">ТАН</spelling-variant></name-part></name>
<name name-type="alias" quality="low"><name-part order="1"><value>The Port</value></name-part></name>
<day-month-year year="1955" month="3"/><place-of-birth place-id="5"/>
<nationality><country iso-code="TM">Tamsor</country></nationality></identity>
<justification>Minister.</justification></individual>
<modification modification-type="amended" effective-date="2030-05-01"><added>
<target ssid="7"><individual/></target></added></modification>
<modification modification-type="listed" effective-date="2030-01-02"/>
</target><target ssid="9"><entity><identity main="true"><name name-type="primary-name"><name-part order="1">
<value>Selwyn Works</value></name-part></name></identity></entity>
<modification modification-type="de-listed" effective-date="2031-01-02"/>
<modification modification-type="listed" effective-date="2030-01-02"/></target>
<place ssid="5"><location>Port Selwyn</location><country iso-code="TM">Tamsor</country></place>
</swiss-sanctions-list>"""


def test_switzerland_and_whom_it_struck_off() -> None:
    edition, (entry,), unreadable = read(SECO)
    assert (edition.list_id, edition.published) == ("ch-seco", "2031-06-30")
    assert entry.names == (
        ListedName("Tan Suo", "primary"),
        ListedName("ТАН", "strong", "Cyrl", "spelling variant rus"),
        ListedName("Tan Sho", "strong", "Latn", "spelling variant rus"),
        ListedName("The Port", "weak", relation="alias"),
    )
    assert (entry.birth_dates, entry.birth_places) == (("1955-03",), ("Port Selwyn, Tamsor",))
    assert (entry.programmes, entry.reason) == (("Tamsor",), "Minister.")
    assert entry.listed_in_words() == "listed on 2030-01-02"
    assert unreadable == [
        Unreadable("target 2 (ssid 9)", "it was struck off the list on 2031-01-02, so it is no entry")
    ]


@pytest.mark.parametrize("text", [EU, UN, UK, CANADA, SECO])
def test_cut_off_anywhere_it_is_no_edition(text: str) -> None:
    data = text.encode()
    for end in range(len(data) // 4, len(data) - 12, len(data) // 7):
        with pytest.raises(ListUnreadable, match=r"cut off|does not begin|no form that is known"):
            read(data[:end])


@pytest.mark.parametrize("text", [EU, UN, UK, CANADA, SECO])
def test_entities_are_refused(text: str) -> None:
    bomb = '?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    with pytest.raises(ListUnreadable, match="document type"):
        read(text.replace("?>", bomb, 1))


def test_a_record_without_end_is_refused() -> None:
    with pytest.raises(ListUnreadable, match="over 200,000 parts"):
        read("<data-set><record>" + "<Item/>" * (MOST + 1) + "</record></data-set>")


@pytest.mark.parametrize(
    "head",
    ['<export xmlns="http://eu.europa.ec/fpi/fsd/export"/>', "<CONSOLIDATED_LIST/>", "<Designations/>"],
)
def test_one_that_does_not_say_its_date_is_no_edition(head: str) -> None:
    with pytest.raises(ListUnreadable, match="does not begin"):
        read(head)
