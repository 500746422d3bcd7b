"""Words that everything shares: when, names, ids, canonical bytes, spans, errors."""
