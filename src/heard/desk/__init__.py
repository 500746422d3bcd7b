"""The desk: the private site where accounts are opened, read and recorded."""

from heard.desk.serving import create_member, prepare, serve, serve_open_home

__all__ = ["create_member", "prepare", "serve", "serve_open_home"]
