from articlelint import WARNING, Diagnostic, Rule, TemplateProblem


def finding(rule: Rule, problem: TemplateProblem) -> Diagnostic:
    """Return *problem* as a finding of *rule*; where the build goes on it is a warning at most."""
    milder = rule.severity if rule.severity.rank < WARNING.rank else WARNING
    return rule.diagnostic(
        problem.span,
        problem.message,
        hint=problem.hint,
        fix=problem.fix,
        related=problem.related,
        severity=rule.severity if problem.stops else milder,
        cause=problem.message,
    )
