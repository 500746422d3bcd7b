"""Names in any spelling: folded and sounded for search, freed of case endings, shown without tricks. Never identity."""

from heard.terms.names.bare import bare_forms
from heard.terms.names.fold import fold
from heard.terms.names.search import search_keys, word_keys
from heard.terms.names.sound import sound, sounds
from heard.terms.names.visible import has_direction_tricks, visible

__all__ = ["bare_forms", "fold", "has_direction_tricks", "search_keys", "sound", "sounds", "visible", "word_keys"]
