"""The presentations that programs read: annotations of a GitHub action, SARIF."""

# ruff: noqa: E501 - an annotation is one line

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convgen.faults.catalogue import page_of
from convgen.faults.diagnostic import Code, Diagnostic, Note, Severity, Span
from convgen.report.format_names import usual_format
from convgen.report.reporting import report

CASE = Path("cases/x.yaml")
GAP = Diagnostic(Code.GAP, "il manque : la date", Span(CASE, 4, 5, 4, 17), "ajoutez « date: … »")
EARLY = Diagnostic(
    Code.SIGNED_TOO_EARLY,
    "100 % trop tôt",
    Span(CASE, 5, 1, 7, 3),
    severity=Severity.WARNING,
    notes=(Note("délibération", Span(Path("a, b.yaml"), 2)),),
)
_ANNOTATION = re.compile(r"::(error|warning) (?P<properties>[^:]*)::(?P<text>.*)")


def test_an_annotation_stands_on_its_line() -> None:
    assert report([GAP, EARLY], "github").split("\n") == [
        "::error file=cases/x.yaml,line=4,endLine=4,col=5,endColumn=16,title=erreur CG101::il manque : la date%0Aaide : ajoutez « date: … »%0Aconvgen explain CG101",
        "::warning file=cases/x.yaml,line=5,endLine=7,title=avertissement CG304::100 %25 trop tôt%0Anote : délibération : a, b.yaml:2:1%0Aconvgen explain CG304",
        "1 erreur, 1 avertissement",
    ]


def test_an_annotation_is_at_its_file_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "actes").mkdir()
    monkeypatch.chdir(tmp_path / "actes")
    fault = Diagnostic(Code.GAP, "m", Span(Path("x.yaml")))
    assert "file=x.yaml," in report([fault], "github")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert "file=actes/x.yaml," in report([fault], "github")


@given(st.text(), st.text(alphabet=st.characters(exclude_characters="/\0")), st.text())
def test_nothing_written_ends_an_annotation_or_makes_another(
    message: str, name: str, way_out: str
) -> None:
    fault = Diagnostic(Code.GAP, message, Span(Path(f"d/{name}.yaml"), 1, 1, 1, 5), way_out)
    annotation, counted = report([fault], "github").split("\n")
    found = _ANNOTATION.fullmatch(annotation)
    assert found is not None
    assert len(found["properties"].split(",")) == 6
    assert counted == "1 erreur"


@pytest.mark.parametrize(
    ("environment", "name"),
    [({}, "full"), ({"GITHUB_ACTIONS": "true"}, "github"), ({"GITHUB_ACTIONS": "false"}, "full")],
)
def test_an_action_has_annotations_without_asking(environment: dict[str, str], name: str) -> None:
    assert usual_format(environment) == name


def sarif(*faults: Diagnostic) -> dict[str, Any]:
    log = json.loads(report(faults, "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_each_result_has_its_rule_which_is_its_page() -> None:
    run = sarif(EARLY, GAP)
    rules = run["tool"]["driver"]["rules"]
    for result, code in zip(run["results"], (Code.GAP, Code.SIGNED_TOO_EARLY), strict=True):
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == code
        assert rule["help"]["markdown"] == page_of(code).markdown
    assert rules[1]["name"] == "SignedTooEarly"
    assert [result["level"] for result in run["results"]] == ["error", "warning"]


def test_a_result_has_its_places() -> None:
    first, second = sarif(EARLY, GAP)["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "cases/x.yaml"
    assert place["region"] == {"startLine": 4, "startColumn": 5, "endLine": 4, "endColumn": 17}
    (note,) = second["relatedLocations"]
    assert note["physicalLocation"]["artifactLocation"]["uri"] == "a%2C%20b.yaml"
    assert note["message"]["text"] == "délibération"


def test_nothing_to_say_is_a_run_without_results(tmp_path: Path) -> None:
    assert sarif()["results"] == []
    (result,) = sarif(Diagnostic(Code.GAP, "m", Span(tmp_path / "x.yaml")))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (tmp_path / "x.yaml").as_uri()
