"""One verb a file: permission, work, storage, custody entry, one transaction."""
