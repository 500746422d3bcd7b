"""Pages: read the form, call a procedure, choose a template."""
