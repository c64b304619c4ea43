import re
from dataclasses import replace
from pathlib import Path

import pytest

from answerable.answer.document import Cover, Document, Footnote, Heading, Narrative, Run
from answerable.answer.pdf import write_pdf
from answerable.answer.shown import contents, footnotes, texts
from answerable.answer.submission import Submission, compose
from answerable.answer.submission.citations import Citing, style_called
from answerable.answer.submission.exhibits import Exhibits
from answerable.answer.submission.notes import Notes
from answerable.answer.submission.told import Told
from answerable.answer.submission.words import words as wording
from answerable.answer.word import write_docx
from answerable.identify.entry import EditionInfo
from answerable.identify.match import Listings, Match
from answerable.model.audience import PUBLIC, TEAM
from answerable.model.canonical import sha256_hex
from answerable.model.errors import WouldReveal
from answerable.record.pseudonyms import code_of
from tests.answer.submission.case import (
    CANADA,
    CASEFILE,
    FILES,
    NORRMARK,
    composed,
    listed,
    submission,
    weighed,
    workspace,
)

EN = wording("en")


def words(document: Document) -> str:
    return "\n".join(texts(document))


def cells(document: Document) -> list[str]:
    """What stands in each cell and paragraph, without notes."""
    found = (content for block in document.blocks for content in contents(block))
    return ["".join(item.text for item in content if isinstance(item, Run)) for content in found]


def note_words(note: Footnote) -> str:
    return "".join(run.text for run in note.runs)


def under(document: Document, heading: str) -> str:
    """The words of one section, each of its notes after the words that call it."""
    inside, found = False, list[str]()
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            inside = heading in block.text
        elif inside:
            for content in contents(block):
                found.append("".join(item.text for item in content if isinstance(item, Run)))
                found += [note_words(item) for item in content if isinstance(item, Footnote)]
    return "\n".join(found)


@pytest.fixture(scope="module")
def canada(tmp_path_factory: pytest.TempPathFactory) -> Submission:
    return submission(tmp_path_factory.mktemp("canada"))


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Submission:
    return submission(tmp_path_factory.mktemp("public"), PUBLIC)


def test_the_sections_stand_in_the_order_a_ministry_expects(canada: Submission) -> None:
    headings = [b.text for b in canada.document.blocks if isinstance(b, Heading) and b.level == 1]
    assert headings == [
        "1. Who submits this",
        "2. Persons and bodies named",
        "3. Summary",
        "4. What is alleged to have happened",
        "5. Alleged responsibility",
        "6. What the law requires, and what the record shows",
        "7. Contrary and exculpatory information",
        "8. National interest",
        "9. Confidentiality",
        "10. Exhibits",
        "11. Method and grades",
    ]


def test_the_cover_says_under_which_laws_what_is_asked_and_who_will_see_it(canada: Submission) -> None:
    cover = canada.document.blocks[0]
    assert isinstance(cover, Cover)
    details = {label: "".join(i.text for i in value if isinstance(i, Run)) for label, value in cover.details}
    assert "S.C. 2017, c. 21" in details["Under"]
    assert "SOR/2021-49" in details["Under"]
    assert "A freeze on dealings" in details["Measure asked"]
    assert details["Persons and bodies named"] == "LAM Ka-ho\nPort Selwyn Police"
    assert details["Date"] == "1 July 2031"
    assert "the Minister of Foreign Affairs of Canada only" in cover.notice


def test_every_note_can_be_followed_down_to_its_passage(canada: Submission) -> None:
    notes = footnotes(canada.document)
    assert sorted({note.number for note in canada.notes}) == list(range(1, len(notes) + 1))
    assert [note.number for note in canada.notes] == sorted(note.number for note in canada.notes)
    for note in canada.notes:
        told = note_words(notes[note.number - 1])
        assert note.passage[:8] in told or "Exhibit 5: “" in told


def test_the_index_names_the_statement_citation_and_passage_of_the_record(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened, opened.view(CANADA) as view:
        made = composed(view)
        notes = footnotes(made.document)
        quoted = set()
        for row in made.notes:
            cited = {one.id: one for one in view.citations(row.statement)}
            assert cited[row.citation].passage == row.passage
            if row.passage not in quoted:
                words_cited = " ".join(view.passage(row.passage).exact.split())
                assert f"“{words_cited}”" in note_words(notes[row.number - 1])
            quoted.add(row.passage)


def test_a_note_gives_words_speaker_relay_grade_hash_and_passage(canada: Submission) -> None:
    digest = sha256_hex(FILES["paper.txt"] if isinstance(FILES["paper.txt"], bytes) else b"")
    told = next(n for n in map(note_words, footnotes(canada.document)) if "清場的命令是我下的" in n)
    assert re.fullmatch(
        r"Exhibit 2: “清場的命令是我下的” — said by LAM Ka-ho, relayed by 潮報\. "
        r"B2: source usually reliable, information probably true\. "
        rf"Text SHA-256 {digest[:16]}…; passage [0-9a-f]{{32}}\. Not for publication\.",
        told,
    )


def test_chinese_words_are_set_in_the_language_of_their_source(canada: Submission) -> None:
    runs = [run for note in footnotes(canada.document) for run in note.runs]
    assert {run.language for run in runs if "清場" in run.text} == {"zh-Hant"}


def test_a_fact_without_a_citation_cannot_be_written(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened, opened.view(CANADA) as view:
        told = Told(view, "[withheld]")
        citing = Citing(told, EN, style_called("house"))
        notes = Notes(told, Exhibits(told, EN, citing), EN, citing)
        said = view.statements(view.find("LAM Ka-ho"))[0]
        assert notes.cite([said])
        with pytest.raises(ValueError, match="has no citation"):
            notes.cite([said, replace(said, id="0" * 32)])
        with pytest.raises(ValueError, match="needs a citation"):
            notes.cite([])


def test_what_is_said_of_people_is_alleged(canada: Submission) -> None:
    told = "\n".join(cells(canada.document))
    assert "LAM Ka-ho is alleged to have ordered it" in told
    assert not re.search(r"guilty|perpetrator|criminal|target|culprit", told, re.IGNORECASE)


def test_posts_are_shown_with_their_dates_and_with_the_act_they_were_held_at(canada: Submission) -> None:
    assert "From 1 March 2030" in under(canada.document, "Persons and bodies named")
    assert "Commissioner" in under(canada.document, "Alleged responsibility")


def test_both_sides_are_shown_where_a_source_contradicts(canada: Submission) -> None:
    assert "torture (contradicted, see section 7)" in "\n".join(cells(canada.document))
    contrary = under(canada.document, "Contrary and exculpatory")
    assert "“The Commissioner was on leave on 3 May 2031 and gave no order.”" in contrary
    assert "“Nobody was beaten.”" in contrary
    assert "Against. Exhibit" in contrary


def test_what_a_law_rules_out_stands_with_the_contrary_information(canada: Submission) -> None:
    contrary = under(canada.document, "Contrary and exculpatory")
    assert "LAM Ka-ho, for act 1, 2, s. 2(a): the victim was outside China" in contrary


def test_the_section_stands_also_where_nothing_contrary_is_recorded(tmp_path: Path) -> None:
    lines = [line for line in CASEFILE.splitlines() if "stance: contradicts" not in line]
    quiet = "\n".join(lines).replace("laws: [ca-jvcfoa, ca-sema-prc]", "laws: [ca-jvcfoa]")
    contrary = under(submission(tmp_path, casefile=quiet).document, "Contrary and exculpatory")
    assert contrary.startswith("None is recorded that this reader may see.")


def test_a_statement_that_is_only_contradicted_is_no_fact(tmp_path: Path) -> None:
    said = "    birthDate: {value: '1970', cite: {source: gazette, quote: born in 1969, stance: contradicts}}"
    casefile = CASEFILE.replace('    birthDate: "1969"', said)
    document = submission(tmp_path, casefile=casefile).document
    assert "1970" not in under(document, "Persons and bodies named")
    assert "1970 (recorded only as contradicted)" in under(document, "Contrary and exculpatory")


def test_the_standard_of_proof_and_the_law_files_hash_stand_beside_the_elements(canada: Submission) -> None:
    law = under(canada.document, "What the law requires")
    assert "Standard of proof: The opinion of the Governor in Council. The Act names no standard" in law
    assert re.search(r"ca-jvcfoa\.yaml, SHA-256 [0-9a-f]{64}", law)
    assert "last checked on 23 November 2026" in law
    assert "this law reaches individuals alone" in law


def test_the_elements_tell_state_sides_first_hand_sources_and_gap(canada: Submission) -> None:
    told = cells(canada.document)
    place = next(i for i, cell in enumerate(told) if "Was the person responsible for the act" in cell)
    assert told[place + 1] == "Disputed\nA source contradicts it"
    assert told[place + 2] == "For: 3 statements\nAgainst: 3 statements"
    assert told[place + 3] == "2 known, 0 unknown"


def test_a_protected_person_is_in_it_by_pseudonym_alone(canada: Submission) -> None:
    told = words(canada.document)
    assert not re.search("Marta|Bell|Cooper", told)
    assert re.search(r"Protected person [A-Z2-7]{6}", under(canada.document, "What is alleged"))
    assert re.search(r"for this reader alone: Protected person [A-Z2-7]{6}\.", told)


def test_a_sealed_source_is_told_by_its_month_alone(canada: Submission) -> None:
    account = FILES["account.txt"]
    assert isinstance(account, bytes)
    told = words(canada.document)
    assert "Source withheld to protect a person; recorded in June 2031 (month only)" in told
    assert sha256_hex(account)[:16] not in told
    assert "Account of" not in told
    sealed = [n for n in map(note_words, footnotes(canada.document)) if n.startswith("Exhibit 5")]
    assert sealed
    assert not any("passage" in note or "SHA-256" in note for note in sealed)


def test_nothing_shared_more_narrowly_is_in_it(canada: Submission, public: Submission) -> None:
    assert "commanded those who did it" not in words(canada.document)
    told = words(public.document)
    assert "Harbour Choir" not in told
    assert "Not for publication" not in told
    assert "No act is recorded that this reader may see." in told


def test_the_own_team_reads_the_names(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened, opened.view(TEAM) as view:
        assert "Marta Bell" in words(composed(view).document)


def test_a_matrix_weighed_under_a_wider_view_is_refused(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened:
        with opened.view(TEAM) as team:
            wider = weighed(team)
        with opened.view(CANADA) as view, pytest.raises(WouldReveal, match="recipient:ca"):
            compose(view, view.case("harbour"), wider, recipient="Canada", made_on="2031-07-01")


def test_a_matrix_of_another_case_is_refused(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened, opened.view(CANADA) as view:
        case = view.case("harbour")
        with pytest.raises(ValueError, match="another case"):
            compose(view, replace(case, id="other"), weighed(view), recipient="Canada", made_on="2031-07-01")


def test_a_name_in_the_lawyers_own_words_is_said_to_be_withheld(tmp_path: Path) -> None:
    casefile = CASEFILE.replace("We ask that", "Marta BELL asks that")
    casefile = casefile.replace("title: The night in the customs shed", "title: What Marta Bell saw")
    document = submission(tmp_path, casefile=casefile).document
    assert "[withheld] asks that" in under(document, "Summary")
    assert document.title == "Submission: What [withheld] saw"


def test_a_name_that_is_handed_in_stops_the_document(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened, opened.view(CANADA) as view:
        case, matrix = view.case("harbour"), weighed(view)
        with pytest.raises(WouldReveal, match="Submission: The night"):
            compose(view, case, matrix, recipient="Marta Bell", made_on="2031-07-01")


def test_a_name_in_an_open_source_is_said_to_be_withheld(tmp_path: Path) -> None:
    casefile = CASEFILE.replace("title: Tamsor Gazette no. 41", "title: Gazette read by Marta Bell")
    document = submission(tmp_path, casefile=casefile).document
    assert "Gazette read by [withheld]" in words(document)
    assert write_pdf(document)


def test_the_lawyers_words_stay_apart_and_none_is_lost(tmp_path: Path) -> None:
    casefile = CASEFILE + "    thanks: We thank the choir.\n"
    document = submission(tmp_path, casefile=casefile).document
    told = {b.key: b.written for b in document.blocks if isinstance(b, Narrative)}
    assert told == {"submitter": False, "summary": True, "national-interest": False, "thanks": True}
    assert "10. Further remarks" in words(document)


def test_a_possible_match_is_to_be_reviewed_and_never_a_yes(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened, opened.view(CANADA) as view:
        lam, police = view.case("harbour").subjects
        document = composed(view, Listings((NORRMARK,), {lam: listed("LAM Ka-ho"), police: []})).document
    told = under(document, "Persons and bodies named")
    assert "officially listed\npossible match, to be reviewed" in told
    assert "the year of birth differs: 1969, but the list has 1971" in told
    assert "hold no name that agrees with this one" in told


def test_which_lists_were_searched_and_of_which_day_is_told(tmp_path: Path) -> None:
    undated = EditionInfo("ostvik", "Ostvik list", "Ostvik Customs", "")
    with workspace(tmp_path) as opened, opened.view(CANADA) as view:
        found: dict[str, list[Match]] = {one: [] for one in view.case("harbour").subjects}
        asked = under(composed(view, Listings((NORRMARK, undated), found)).document, "Persons and")
        unasked = under(composed(view, Listings((NORRMARK, undated))).document, "Persons and")
    norrmark = "Norrmark list, Ministry of Norrmark, 1 June 2031"
    assert f"{norrmark}\nOstvik list, Ostvik Customs, no date in the file" in asked
    assert "Norrmark" not in unasked


def test_the_same_record_gives_the_same_submission(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened:
        with opened.view(CANADA) as view:
            first = composed(view)
        with opened.view(CANADA) as view:
            assert composed(view) == first


def test_both_formats_can_be_written(canada: Submission) -> None:
    assert write_docx(canada.document).startswith(b"PK")
    assert write_pdf(canada.document).startswith(b"%PDF")


def test_of_whom_a_reader_may_see_nothing_they_are_not_told_that_there_is_somebody(tmp_path: Path) -> None:
    hidden = re.sub("sharing: (public|recipients|coalition)", "sharing: team", CASEFILE)
    with workspace(tmp_path, hidden) as opened, opened.view(PUBLIC) as view:
        told = words(composed(view).document)
    assert "(person)" not in told
    assert "(public body)" not in told.lower()


@pytest.mark.parametrize(
    ("language", "called"), [("en", "Protected person"), ("fr", "Personne protégée"), ("zh", "受保護人士")]
)
def test_a_pseudonym_is_in_the_language_of_the_document_and_its_letters_stay(
    tmp_path: Path, language: str, called: str
) -> None:
    with workspace(tmp_path) as opened, opened.view(CANADA) as view:
        codes = {code_of(view.caption(one)) for one in view.protected}
        told = "\n".join(texts(composed(view, language=language).document))
    assert {code for code in codes if re.search(f"{called}\\s*{code}", told)} == codes
    assert language == "en" or "Protected person" not in told


def test_a_namesake_of_another_birth_is_no_possible_match(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened, opened.view(CANADA) as view:
        subject = view.case("harbour").subjects[0]
        [match] = listed("LAM Ka-ho")
        told = {
            verdict: words(
                composed(view, Listings((NORRMARK,), {subject: [replace(match, verdict=verdict)]})).document
            )
            for verdict in ("possible, review", "unlikely")
        }
    assert "possible match, to be reviewed" in told["possible, review"]
    assert "possible match, to be reviewed" not in told["unlikely"]


def test_a_post_is_told_with_its_dates_and_not_said_to_be_held_then(canada: Submission) -> None:
    told = under(canada.document, "Alleged responsibility")
    assert "Post, by the dates recorded" in words(canada.document)
    assert "(from 1 March 2030; no end recorded)" in told
