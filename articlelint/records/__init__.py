"""Articles that come as records: checked batch by batch, with one configuration for all."""
