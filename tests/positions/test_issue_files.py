"""Issue files: what comes with Dragoman, what users add, and faults in what they add."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.actors import ActorIndex
from dragoman.events import find_events
from dragoman.knowledge import KnowledgeError
from dragoman.language import Reader
from dragoman.positions import Issues, find_positions, load_issues, standard_issues
from dragoman.positions.issues import CARRIED, Mode
from dragoman.records import Position
from dragoman.sources import from_text
from dragoman.statements import find_statements

GUIDELINES = {
    "recognition": "recognises ready undecided withheld refuses withdraws",
    "mission": "opens open reduced relocated closed",
    "relations": "establishes deepens maintains downgrades severs restores",
    "talks": "holds willing conditional refuses suspends",
    "sanctions": "imposes threatens extends supports opposes eases lifts",
    "forces": "deploys keeps reduces withdraws",
    "ceasefire": "seeks agrees observes rejects violates",
    "aid": "offers provides seeks suspends refuses",
    "agreement": "negotiates supports signs ratifies opposes withdraws violates",
    "nationals": "advises-caution advises-shelter advises-leaving evacuates eases-advice",
    "assurance": "gives seeks doubts breaks",
    "conduct": "supports concerned condemns",
}

FISHERIES = """
issues:
  fisheries:
    about: who may fish where
    matter: [fishing, fishery, trawler, quota, fishing ground]
    stances: [opens, closes, claims]
    counterpart: carried
    prevails: [closes, opens, claims]
    rows:
    - {words: [close, ban, bar, shut], done: closes, threatened: closes, refused: opens, asked: none}
    - {words: [open, reopen, allow, permit], done: opens, refused: closes}
    - {acts: [criticise], of: matter, towards: foreign, done: claims}
"""


def written(folder: Path, text: str, name: str = "mine.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def positions_of(reader: Reader, text: str, issues: Issues) -> tuple[Position, ...]:
    article = from_text(f"The report.\n\n{text}", title="The report.", published="2024-03-14")
    reading = reader.read(article)
    actors = ActorIndex(reading)
    statements = find_statements(reading, actors)
    events = find_events(reading, actors, statements)
    return find_positions(reading, actors, statements, events, issues=issues)


def test_the_issues_and_stances_are_those_of_the_guidelines() -> None:
    assert {n: " ".join(i.stances) for n, i in standard_issues().issues.items()} == GUIDELINES


def test_every_stance_but_rare_ones_is_yielded_by_a_row() -> None:
    silent = {
        f"{name} {stance}"
        for name, issue in standard_issues().issues.items()
        for stance in set(issue.stances) - {s for row in issue.rows for s in row.stances.values()}
    }
    assert silent == {"nationals eases-advice"}


def test_modes_that_a_row_leaves_out_follow_from_others(tmp_path: Path) -> None:
    row = load_issues([written(tmp_path, FISHERIES)]).issues["fisheries"].rows[0]
    assert row.stances[Mode.WILL] == row.stances[Mode.READY] == row.stances[Mode.CONDITIONAL] == "closes"
    assert row.stances[Mode.OPPOSED] == "opens"
    assert Mode.ASKED not in row.stances
    assert Mode.MAY not in row.stances


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iceland will close its fishing grounds to Norway.", "closes"),
        ("Iceland threatened to bar trawlers from Norway.", "closes"),
        ("Iceland reopened its fisheries to Norway on Monday.", "opens"),
        ("Iceland criticised Norway over the quota.", "claims"),
    ],
)
def test_a_users_own_issue_is_followed(reader: Reader, tmp_path: Path, text: str, expected: str) -> None:
    issues = load_issues([written(tmp_path, FISHERIES)])
    found = [p for p in positions_of(reader, text, issues) if p.issue == "fisheries"]
    assert [(p.holder.name, p.stance) for p in found] == [("Iceland", expected)]
    assert [p.counterpart.name for p in found if p.counterpart] == ["Norway"]
    assert found[0].why.rule.startswith("mine.yaml: fisheries.rows[")


def test_a_users_rows_go_before_ours(reader: Reader, tmp_path: Path) -> None:
    text = "issues: {mission: {stances: [mothballed], rows: [{words: [close], done: mothballed}]}}"
    issues = load_issues([written(tmp_path, text)])
    (found,) = positions_of(reader, "Norway closed its embassy in Minsk on Monday.", issues)
    assert found.stance == "mothballed"
    assert issues.issues["mission"].stances[:2] == ("opens", "open")
    assert issues.issues["mission"].matter == standard_issues().issues["mission"].matter


def test_several_files_are_put_together(tmp_path: Path) -> None:
    more = "issues: {fisheries: {matter: [cod], rows: [{words: [share], done: opens}]}}"
    files = [written(tmp_path, FISHERIES), written(tmp_path, more, "more.yaml")]
    fisheries = load_issues(files).issues["fisheries"]
    assert {"cod", "quota"} <= fisheries.matter
    assert [row.order for row in fisheries.rows] == [0, 1, 2, 3]
    assert fisheries.rows[0].name == "more.yaml: fisheries.rows[0]"


ROW = "issues: {fisheries: {matter: [cod], stances: [opens], rows: [%s]}}"


@pytest.mark.parametrize(
    ("text", "place", "remedy"),
    [
        ("issues: [a, b]", "issues: no mapping", "write `name: value` lines"),
        ("issue: {}", "unknown key 'issue'", "use one of issues"),
        ("{issues: {fisheries: {rows: []}}}", "issues.fisheries: no stances", "under `stances`"),
        ("{issues: {fisheries: {stances: [opens]}}}", "issues.fisheries: no rows", "under `rows`"),
        (
            "{issues: {fisheries: {stances: opens, rows: []}}}",
            "issues.fisheries.stances: no list",
            "[word, word]",
        ),
        (
            "{issues: {fisheries: {colour: blue}}}",
            "issues.fisheries: unknown key 'colour'",
            "use one of about",
        ),
        (ROW % "{done: opens}", "issues.fisheries.rows[0]: it reads nothing", "`words`, `acts` and `events`"),
        (ROW % "{words: [a], acts: [deny], done: opens}", "it reads words and acts", "one of `words`"),
        (ROW % "{words: [open], done: closes}", "'closes' is no stance", "use one of opens"),
        (ROW % "{words: [open]}", "issues.fisheries.rows[0]: it gives no stance", "`done: opens`"),
        (ROW % "{words: [open], doen: opens}", "unknown key 'doen'", "use one of acts"),
        (
            ROW % "{acts: [promise], done: opens}",
            "rows[0].acts: unknown name 'promise'",
            "use some of inform",
        ),
        (
            ROW % "{events: [TREATY], done: opens}",
            "rows[0].events: unknown name 'TREATY'",
            "use some of AGREE",
        ),
        (
            ROW % "{words: [open], of: sea, done: opens}",
            "rows[0].of: unknown name 'sea'",
            "use one of matter",
        ),
        (
            ROW % "{words: [open], sides: two, done: opens}",
            "rows[0].sides: unknown value 'two'",
            "write 'both'",
        ),
        (
            ROW % "{words: [open], told: last, done: opens}",
            "rows[0].told: unknown value 'last'",
            "write 'first'",
        ),
        (
            "issues: {fisheries: {stances: [opens], rows: [{words: [open], done: opens}]}}",
            "issues.fisheries: row mine.yaml: fisheries.rows[0] is said of the matter",
            "list them under `matter`",
        ),
    ],
)
def test_a_fault_names_the_file_the_place_and_the_remedy(
    tmp_path: Path, text: str, place: str, remedy: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(KnowledgeError) as fault:
        load_issues([path])
    message = str(fault.value)
    assert message.startswith(str(path))
    assert place in message
    assert remedy in message


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"issues: {a: [", "not YAML"), (b"issues: {\xff\xfe}", "not UTF-8 at byte 9: save it as UTF-8")],
)
def test_a_file_that_is_no_yaml_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError, match=words) as fault:
        load_issues([path])
    assert str(path) in str(fault.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"none\.yaml: cannot be read .*: check the path"):
        load_issues([tmp_path / "none.yaml"])


def test_the_example_of_the_documentation_can_be_loaded(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "issues.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    issue = load_issues([written(tmp_path, example)]).issues["fisheries"]
    assert (issue.stances, len(issue.rows), issue.carries) == (("closes", "opens", "claims"), 3, CARRIED)
    for mode in Mode:
        assert f"| `{mode}` |" in page
