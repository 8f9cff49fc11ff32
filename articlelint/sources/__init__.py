"""Where articles come from that are no files: tables, feeds; one record after another."""
