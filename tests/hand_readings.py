"""Small readings made by hand, so that rules are tested without a model."""

from __future__ import annotations

import datetime as dt

from dragoman.article import Article, Segment, Zone
from dragoman.language import Entity, Reading, Sentence, Token


def reading_of(*sentences: str, published: str | None = "2024-03-14", zone: Zone = Zone.BODY) -> Reading:
    """A reading from sentences written as one row a token: text, lemma, tag, pos, dep, head[, entity].

    `head` counts tokens of the sentence from 1; 0 is the root. A fourth argument "_" is allowed for lemma
    (the lower-case text). Tokens are joined by one space; each sentence is its own body paragraph.
    """
    rows = [[line.split() for line in s.strip().splitlines()] for s in sentences]
    text = "\n\n".join(" ".join(r[0] for r in sentence) for sentence in rows)
    tokens: list[Token] = []
    parts: list[Sentence] = []
    segments: list[Segment] = []
    offset = 0
    for number, sentence in enumerate(rows):
        first = len(tokens)
        begin = offset
        for row in sentence:
            lemma = row[0].lower() if row[1] == "_" else row[1]
            entity = row[6] if len(row) > 6 else ""
            tokens.append(Token(len(tokens), row[0], lemma, row[2], row[3], row[4], offset, number, entity))
            offset += len(row[0]) + 1
        for token, row in zip(tokens[first:], sentence, strict=True):
            if int(row[5]):
                token.head = tokens[first + int(row[5]) - 1]
                token.head.children.append(token)
        segments.append(Segment(zone, begin, offset - 1))
        parts.append(Sentence(number, first, len(tokens) - 1, number, zone))
        offset += 1
    day = dt.date.fromisoformat(published) if published else None
    article = Article(text, tuple(segments), published=day)
    return Reading(article, tokens, parts, _entities(tokens))


def _entities(tokens: list[Token]) -> list[Entity]:
    found: list[Entity] = []
    for token in tokens:
        if not token.entity:
            continue
        last = found[-1] if found else None
        if last and last.last == token.index - 1 and last.label == token.entity:
            found[-1] = Entity(last.first, token.index, token.entity)
        else:
            found.append(Entity(token.index, token.index, token.entity))
    return found
