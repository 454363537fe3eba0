"""What is wrong with a coded article, by the laws of the records."""

from __future__ import annotations

from collections import Counter

from dragoman.coded import CodedArticle
from dragoman.formats.json import disagreements
from dragoman.ledger.rows import kind_of

# what a record's links may lead to
_LINKS = {
    "within": "statement",
    "statement": "statement",
    "event": "event",
    "supersedes": "position",
}


def faults_of(coded: CodedArticle) -> list[str]:
    """What is wrong with an article and its records: words, ids and links.

    Args:
        coded: the article.
    """
    found = list(disagreements(coded.article, coded.records))
    kinds = {record.id: kind_of(record) for record in coded.records}
    counts = Counter(record.id for record in coded.records)
    found.extend(f"record {key}: {n} records of this id" for key, n in counts.items() if n > 1)
    for record in coded.records:
        for name, kind in (*_LINKS.items(), ("repeats", kind_of(record))):
            target = getattr(record, name, None)
            if target in kinds and kinds[target] != kind:
                found.append(f"record {record.id}: {name} {target} is no {kind} but a {kinds[target]}")
    return found
