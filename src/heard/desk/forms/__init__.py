"""Forms: what a person sends, checked, as values."""
