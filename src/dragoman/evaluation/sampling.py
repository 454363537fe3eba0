"""Precision by hand: records drawn at random from real reports, judged by a reader, and counted."""

from __future__ import annotations

import csv
import gzip
import json
import random
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TextIO, cast

from dragoman.article import Article
from dragoman.coded import CodedArticle
from dragoman.evaluation.intervals import wilson
from dragoman.evaluation.polnear import CorpusError
from dragoman.formats.phrases import evidence, kind, summary, words
from dragoman.records import Event, Record, Statement
from dragoman.sources import SourceError, from_text

KINDS = ("statement", "event", "position")
RIGHT, WRONG = "right", "wrong"
CONTEXT = 600  # code points of the report shown before the words, at most
KEPT = ("report", "record", "verdict", "cause")
SHEET = ("report", "record", "title", "says", "context", "verdict", "cause")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A record drawn for judging.

    Args:
        report: the report's name in the corpus.
        title: its headline and outlet.
        record: the record.
        context: the text about its words, the words in double brackets.
    """

    report: str
    title: str
    record: Record
    context: str

    def row(self) -> dict[str, str]:
        """What a judge reads, and room for the verdict and the cause of a wrong one."""
        facts = {"report": self.report, "record": self.record.id, "title": self.title}
        return facts | {"says": says(self.record), "context": self.context, "verdict": "", "cause": ""}


@dataclass(frozen=True, slots=True)
class Tally:
    """How a sample was judged.

    Args:
        right, judged: how many records are right, of how many.
        low, high: Wilson's interval of 95 percent for the share that is right (Wilson 1927).
        causes: how often each cause of a wrong record was named, the commonest first.
    """

    right: int
    judged: int
    low: float
    high: float
    causes: tuple[tuple[str, int], ...]

    @property
    def share(self) -> float:
        """The share that is right; 0 if none was judged."""
        return self.right / self.judged if self.judged else 0.0

    def to_json(self) -> dict[str, Any]:
        """The counts, the share and its interval, and the causes."""
        return asdict(self) | {"share": round(self.share, 4), "causes": dict(self.causes)}


def choose_reports(
    corpus: Path, *, count: int, seed: int, without: Collection[str] = ()
) -> list[tuple[str, Article]]:
    """Reports drawn at random, with their names, in the order of the corpus.

    Args:
        corpus: JSON lines, perhaps packed with gzip, an object with "text" a line; "id", "title", "outlet"
            and "published" are taken where they are.
        count: how many. seed: of the random numbers; the same seed draws the same reports.
        without: names of reports that are not to be drawn.

    Raises:
        CorpusError: a line is no JSON object with a text.
    """
    rows = [(i, row) for i, row in enumerate(_rows(corpus)) if _name(row, i) not in without]
    chosen = sorted(random.Random(seed).sample(range(len(rows)), min(count, len(rows))))
    return [(name, article) for place in chosen for name, article in _article(rows[place][1], rows[place][0])]


def read_reports(corpus: Path, names: Collection[str]) -> Iterator[tuple[str, Article]]:
    """Some reports of a corpus, with their names, in its order; those that cannot be read are passed over.

    Args:
        corpus: as for `choose_reports`. names: the names of those wanted.

    Raises:
        CorpusError: a line is no JSON object with a text.
    """
    for number, row in enumerate(_rows(corpus)):
        if _name(row, number) in names:
            yield from _article(row, number)


def draw(coded: Iterable[tuple[str, CodedArticle]], *, of: str, count: int, seed: int) -> list[Drawn]:
    """Records of one kind drawn at random from coded reports, in the order of the reports.

    Repeats and background of more than a year are left out, as they are in counts.

    Args:
        coded: the reports with their names.
        of: "statement", "event" or "position".
        count: how many. seed: of the random numbers.
    """
    pool = [
        (name, c, record)
        for name, c in coded
        for record in c.records
        if kind(record) == of and getattr(record, "repeats", None) is None
        if not (isinstance(record, Event) and record.historical)
    ]
    chosen = sorted(random.Random(seed).sample(range(len(pool)), min(count, len(pool))))
    return [_drawn(*pool[i]) for i in chosen]


def tally(rows: Iterable[Mapping[str, str]], *, name: str) -> Tally:
    """What verdicts come to.

    Args:
        rows: the judged records, with "verdict" ("right" or "wrong") and, for wrong ones, "cause".
        name: what to call them in messages.

    Raises:
        CorpusError: a verdict is neither; the message names the row.
    """
    verdicts = []
    for number, row in enumerate(rows, 1):
        verdict = row.get("verdict", "")
        if verdict not in (RIGHT, WRONG):
            raise CorpusError(f'{name}, record {number}: verdict {verdict!r}; write "right" or "wrong"')
        verdicts.append((verdict, row.get("cause", "") or "no cause given"))
    right = sum(verdict == RIGHT for verdict, _ in verdicts)
    causes = Counter(cause for verdict, cause in verdicts if verdict == WRONG)
    return Tally(right, len(verdicts), *wilson(right, len(verdicts)), tuple(causes.most_common()))


def write_sheet(path: Path, drawn: Iterable[Drawn]) -> None:
    """Write what was drawn as a sheet to fill in: CSV, a record a row, verdict and cause empty."""
    _write(path, SHEET, (d.row() for d in drawn))


def read_verdicts(path: Path) -> list[dict[str, str]]:
    """The rows of a filled sheet, or of verdicts kept without words; compressed if the name ends in ".gz"."""
    with _opened(path, "rt") as file:
        return list(csv.DictReader(file))


def verdict_files(folder: Path) -> list[Path]:
    """The files of verdicts in a folder and in folders of it, compressed or not, in order of their names."""
    return sorted(path for path in folder.rglob("*.csv*") if path.name.endswith((".csv", ".csv.gz")))


def judged_reports(folder: Path) -> frozenset[str]:
    """The names of the reports that verdicts in a folder are about.

    Args:
        folder: with files written by `keep_verdicts`, in folders of it too.
    """
    return frozenset(row["report"] for path in verdict_files(folder) for row in read_verdicts(path))


def keep_verdicts(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Write verdicts without a word of the reports, so that they can be kept where the reports cannot.

    Args:
        path: where; compressed if the name ends in ".gz". rows: the verdicts.
    """
    _write(path, KEPT, rows)


def says(record: Record) -> str:
    """A record in one line, and the words that tell who speaks."""
    if not isinstance(record, Statement):
        return summary(record)
    return f"{summary(record)} · source: {words([record.source] if record.source else [])}"


def _write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    with _opened(path, "wt") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _opened(path: Path, mode: str) -> TextIO:
    opener = gzip.open if path.suffix == ".gz" else open
    return cast("TextIO", opener(path, mode, encoding="utf-8", newline=""))


def _rows(corpus: Path) -> Iterator[dict[str, Any]]:
    with _opened(corpus, "rt") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                yield {"text": row["text"], **row}
            except (ValueError, LookupError, TypeError) as error:
                raise CorpusError(f'{corpus}:{number}: {error!r}; a line should be {{"text": …}}') from error


def _name(row: Mapping[str, Any], number: int) -> str:
    """The name of a report: its id, else the number of its line."""
    return str(row.get("id", number))


def _article(row: Mapping[str, Any], number: int) -> Iterator[tuple[str, Article]]:
    """The article of a row, if it can be read."""
    facts = {key: row.get(key) or None for key in ("title", "outlet", "published", "url")}
    try:
        yield _name(row, number), from_text(row["text"], **facts)
    except SourceError:
        return


def _drawn(name: str, coded: CodedArticle, record: Record) -> Drawn:
    article = coded.article
    title = " · ".join(filter(None, [article.title, article.outlet, str(article.published or "")]))
    return Drawn(name, title, record, _context(article.text, record))


def _context(text: str, record: Record) -> str:
    """The words in double brackets, what stands before them, and the rest of their paragraph."""
    spans = sorted(evidence(record))
    at = text.rfind("\n", 0, max(0, spans[0].start - CONTEXT)) + 1
    end = text.find("\n", spans[-1].end)
    pieces = []
    for span in spans:
        pieces += [text[at : span.start], "[[", span.exact, "]]"]
        at = max(at, span.end)
    return "".join([*pieces, text[at : end if end >= 0 else len(text)]])
