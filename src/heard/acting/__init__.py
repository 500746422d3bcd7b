"""Briefs and the bundles a stranger can verify."""
