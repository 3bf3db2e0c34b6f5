public import KnowledgeGraph

/// Eleven relations and five offices of an invented article: the size that a single story has.
public let harbourStrike: [Statement] = sampleStatements(
    """
    Ida Holm:person | holds-office STATE | Ostmark:country | | | | Foreign Minister
    Ida Holm:person | spoke-with CONSULT sym | Bruno Salvi:person | | 2031-05-03 | Ostmark Foreign Ministry
    Bruno Salvi:person | holds-office STATE | Valdoria:country | | | | Secretary of State
    Bruno Salvi:person | condoled-with SUPPORT | Ostmark:country | | 2031-05-03
    Marta Quell:person | holds-office STATE | Valdoria:country | | | | President
    Marta Quell:person | called-for REQUEST | Lindhaven talks:event
    Pavel Orn:person | works-for STATE | Ostmark:country | | | | Palace aide
    Pavel Orn:person | attended CONSULT | Lindhaven talks:event | planned | 2031-05-04
    Juno Reth:person | holds-office STATE | Kestria:country | | | | Defence Minister
    Juno Reth:person | attended CONSULT | Lindhaven talks:event | planned | 2031-05-04 | Aron Vey
    Aron Vey:person | holds-office STATE | Kestria:country | | | | President
    Aron Vey:person | appointed BUSINESS | Juno Reth:person | | 2031-05-02
    Kestria:country | sent-to CONSULT | Ostmark:country | | | Pavel Orn
    Kestria:country | attacked ASSAULT | Ostmark naval yards:facility | | 2031-05-01
    Kestria:country | attacked ASSAULT | Ostmark naval yards:facility | | 2031-05-02
    Kestria:country | informed CONSULT | Valdoria:country | denied | 2031-05-02 | a Kestrian official
    Coastal Security Bureau:organization | part-of STATE | Kestria:country
    Ostmark naval yards:facility | located-in STATE | Ostmark:country
    Coastal Security Bureau:organization | attacked ASSAULT | Ostmark naval yards:facility | | 2031-05-02 | Coastal Security Bureau
    Ostmark:country | said SPEECH | Valdoria:country
    """, document: "harbour-strike")
