"""The features of Cổng Tin: one package each, over `plugins.core`."""
