"""The database's own word index (FTS5, tsvector): two forms of every word, of passages and of names.

Row numbers are those of `passage` and `referent`. `words` holds each word as written, `sounds` the keys that its
spellings share.
"""

from collections.abc import Iterable

from django.db import connection

from heard.records.spelling import as_heard, as_written, tokens

PASSAGES, NAMES = "passage_words", "referent_words"


def put_passages(passages: Iterable[tuple[int, str]]) -> None:
    """Index these passages: row number and text."""
    _put(PASSAGES, ((row, forms(text)) for row, text in passages))


def put_names(names: Iterable[tuple[int, Iterable[str]]]) -> None:
    """Index these referents under all their spellings."""
    _put(NAMES, ((row, forms(" ".join(spellings))) for row, spellings in names))


def forget_passages(rows: Iterable[int]) -> None:
    """Take these passages out of the index."""
    _forget(PASSAGES, rows)


def forget_names(rows: Iterable[int]) -> None:
    """Take these referents out of the index."""
    _forget(NAMES, rows)


def forget_all() -> None:
    """Empty the index, to be built again."""
    with connection.cursor() as cursor:
        for table in (PASSAGES, NAMES):
            cursor.execute(f"DELETE FROM {table}")


def scrub() -> None:
    """Leave nothing of what was taken out: FTS5 otherwise only marks it, until it next puts its pieces together.

    PostgreSQL forgets with the next VACUUM. Takes time in proportion to the whole index.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for table in (PASSAGES, NAMES):
                cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def rows(table: str) -> set[int]:
    """The numbers of all rows that the index of this table holds."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT rowid FROM {table}")
        return {row for (row,) in cursor.fetchall()}


def forms(text: str) -> tuple[list[str], list[str]]:
    """The words of a text as written, and as they sound."""
    found = [word for _, _, word in tokens(text)]
    return sorted({as_written(word) for word in found}), sorted({key for word in found for key in as_heard(word)})


def _put(table: str, rows: Iterable[tuple[int, tuple[list[str], list[str]]]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.executemany(
                f"INSERT INTO {table} (rowid, words, sounds) VALUES (%s, array_to_tsvector(%s), array_to_tsvector(%s)) "
                "ON CONFLICT (rowid) DO UPDATE SET words = excluded.words, sounds = excluded.sounds",
                [(row, words, sounds) for row, (words, sounds) in rows],
            )
        else:
            cursor.executemany(
                f"INSERT OR REPLACE INTO {table} (rowid, words, sounds) VALUES (%s, %s, %s)",
                [(row, " ".join(words), " ".join(sounds)) for row, (words, sounds) in rows],
            )


def _forget(table: str, rows: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {table} WHERE rowid = %s", [(row,) for row in rows])
