"""The parts of a View: base, entities, evidence, cases, finding, origins."""
