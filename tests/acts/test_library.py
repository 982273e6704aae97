"""The clauses as a library: nothing said twice, nothing typed that a programme decides."""

from __future__ import annotations

import re

import pytest

from convgen.faults.diagnostic import Span
from convgen.library.mentions import is_mention
from convgen.library.programme import Programme
from convgen.library.store import Library
from convgen.lint.sentences import repeated_sentences
from tests.acts.desk import ROOT
from tests.acts.test_facts import clause_bodies

BODIES = clause_bodies()
each_clause = pytest.mark.parametrize("name", BODIES)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(ROOT)


def programmes(library: Library) -> list[Programme]:
    found = [library.programme(name, Span(ROOT))[0] for name in library.programme_names()]
    assert found
    return [programme for programme in found if programme is not None]


# Words of the law, whatever the parties are called; heads of tables, in another sense.
LEGAL = re.compile(r"représentant de l['’]État|\| (?:État|Site) \|")


def static(body: str) -> str:
    """What a clause types itself: values become « ¤ », control lines go."""
    body = re.sub(r"^{%.*?%}$", "", body, flags=re.MULTILINE)
    return re.sub(r"{{.*?}}", "¤", body)


def test_no_sentence_stands_in_two_clauses(library: Library) -> None:
    assert not list(repeated_sentences(library.clauses()[0]))


@each_clause
def test_a_designation_comes_from_the_programme(library: Library, name: str) -> None:
    designations = {
        words.noun
        for programme in programmes(library)
        for words in (*programme.roles.values(), *programme.terms.values())
    }
    assert designations >= {"Métropole", "Bénéficiaire", "Parties", "État", "Département", "Agence"}
    typed = LEGAL.sub("", static(BODIES[name]))
    assert [noun for noun in sorted(designations) if re.search(rf"\b{noun}\b", typed)] == []


# « l’article 28, paragraphe 3, du même règlement », « à l'article 226-13 du code pénal »
OF_A_LAW = r"(?:, paragraphe \d+,)? (?:d[eu]|de ce|du même|de la) (?:règlement|code|loi|même|ce)\b"


@each_clause
def test_a_clause_refers_to_an_article_by_its_name(name: str) -> None:
    own = rf"\b[Aa]rticle \d[\d-]*(?![\d-])(?!{OF_A_LAW})|\b[Aa]rticles? \(?¤"
    assert not re.search(own, static(BODIES[name]))


@each_clause
def test_a_clause_is_used_or_said_to_be_a_variant(library: Library, name: str) -> None:
    used = {
        use.clause
        for programme in programmes(library)
        for section in programme.sections
        for use in (*section.clauses, *([section.block] if section.block else []))
    }
    if name in used or is_mention(name):
        return
    header = (ROOT / "clauses" / f"{name}.md").read_text("utf-8").split("---\n")[1]
    (emploi,) = re.findall(r"^emploi: (.*)$", header, re.MULTILINE)
    replaced = re.search(r"exclut ([\w/-]+)", emploi)
    assert replaced is not None, f"{name} n’est employée nulle part et ne remplace rien"
    assert replaced[1] in used


@each_clause
def test_a_clause_that_excludes_another_names_it_and_is_named_by_it(name: str) -> None:
    header = (ROOT / "clauses" / f"{name}.md").read_text("utf-8").split("---\n")[1]
    for other in re.findall(r"exclut ([\w/-]+)", header):
        assert other in BODIES
        back = (ROOT / "clauses" / f"{other}.md").read_text("utf-8").split("---\n")[1]
        assert f"exclut {name}" in back


@each_clause
def test_a_clause_is_in_the_present_and_in_short_sentences(name: str) -> None:
    body = static(BODIES[name])
    assert "et/ou" not in body
    assert not re.search(r"\b\w+(?:ra|ront)\b", body)
    body = re.sub(r"^\|.*\n?", "", body, flags=re.MULTILINE)  # the rows of a table
    longest = max(len(piece.split()) for piece in re.split(r"[.;:]\s", body))
    assert longest <= 70 or name == "parties/comparution"  # one sentence by custom
