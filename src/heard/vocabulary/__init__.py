"""Controlled terms as data files, with labels in English, Azerbaijani and Russian."""
