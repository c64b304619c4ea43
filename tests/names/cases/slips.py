"""What typists, scanners and habit do to a name in Latin letters; the people are public figures or
invented.
"""

TYPED = [
    ("Dragomir Velinov", "Dragomir Velniov"),
    ("Dragomir Velinov", "Dragmoir Velinov"),
    ("Dragomir Velinov", "Dragomir Velinv"),
    ("Dragomir Velinov", "Dragomirr Velinov"),
    ("Angela Merkel", "Angela Merkle"),
    ("Emmanuel Macron", "Emanuel Macron"),
    ("Jaroslaw Kaczynski", "Jaroslav Kaczynski"),
    ("Dragomir Velinov", "Dragxmir Velinoz"),
    ("Harbour Dolphin Trading Company Limited", "Harbour Dolphxn Trading Company Lihmited"),
    # figures read for letters
    ("Dragomir Velinov", "Drag0mir Velinov"),
    ("Dragomir Velinov", "Dragomir Ve1inov"),
    ("Dragomir Velinov", "Drag0mir Velin0v"),
    ("Mao Zedong", "Ma0 Zed0ng"),
    # run together, hyphens
    ("Dragomir Velinov", "DragomirVelinov"),
    ("Dragomir Velinov", "Velinov-Dragomir"),
    ("Jens-Christian Velinov", "Jens Christian Velinov"),
    ("Jean-Claude Juncker", "Jeanclaude Juncker"),
    ("Simone Velinova-Holm", "Simone Velinova Holm"),
    # marks, and letters written for them
    ("Jarosław Kaczyński", "Jaroslaw Kaczynski"),
    ("Gerhard Schröder", "Gerhard Schroeder"),
    ("Gerhard Schröder", "Gerhard Schroder"),
    ("Jørgen Velinov", "Joergen Velinov"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ("Nicolás Velínov", "Nicolas Velinov"),
]

LEFT_OUT = [
    # middle names, initials
    ("Franklin Delano Roosevelt", "Franklin Roosevelt"),
    ("Franklin Delano Roosevelt", "Franklin D. Roosevelt"),
    ("John Fitzgerald Kennedy", "John F. Kennedy"),
    ("John F. Kennedy", "John Kennedy"),
    ("José Luis Rodríguez Zapatero", "Jose Luis Zapatero"),
    # particles
    ("Ludwig van Beethoven", "Ludwig Beethoven"),
    ("Ursula von der Leyen", "Ursula Leyen"),
    ("Charles de Gaulle", "Charles Degaulle"),
    ("Luiz Inácio Lula da Silva", "Luiz Inacio Lula Silva"),
    # titles
    ("Dr. Angela Merkel", "Merkel, Angela"),
    ("President Emmanuel Macron", "Emmanuel Macron"),
    ("Sir Winston Churchill", "Winston Churchill"),
    ("Prof. Dr. Dragomir Velinov", "Dragomir Velinov"),
    ("General Charles de Gaulle", "Charles de Gaulle"),
    # order
    ("Helmut Kohl", "Kohl Helmut"),
    ("KOHL, Helmut", "Helmut Kohl"),
]

OTHERWISE_CALLED = [
    ("William Clinton", "Bill Clinton"),
    ("James Carter", "Jimmy Carter"),
    ("Joseph Biden", "Joe Biden"),
    ("Edward Kennedy", "Ted Kennedy"),
    ("Anthony Blair", "Tony Blair"),
    ("Aleksandr Velinov", "Sasha Velinov"),
    ("Muhammad Velinov", "Mohammed Velinov"),
    ("Katherine Velinova", "Catherine Velinova"),
]

OUT_OF_REACH = [
    ("Recep Tayyip Erdogan", "Tayyip Erdogan"),
    ("Luiz Inacio Lula da Silva", "Lula da Silva"),
]
"""The first name is left out, as a son's is who bears his father's two names."""

SAME = [*TYPED, *LEFT_OUT, *OTHERWISE_CALLED]

DIFFERENT = [
    # given names that can be read as Chinese syllables, beside surnames that are English given names too
    ("Wayne Jarvis", "Wayne Arsalan"),
    ("Wayne Carter Allister", "Jarvis Wayne Baker"),
    ("Robert P. Casey", "Roberto Manuel Lopes Perdigon"),
    ("Dragomir Velinov", "Vladimir Velinov"),
    ("Dragomir Velinov", "Dragomir Petrov"),
    ("Franklin Roosevelt", "Theodore Roosevelt"),
    ("Jaroslaw Kaczynski", "Lech Kaczynski"),
    ("Fidel Castro", "Raul Castro"),
    ("John Kennedy", "Robert Kennedy"),
    ("George Bush", "Barbara Bush"),
    ("Bill Clinton", "Hillary Clinton"),
    ("Willy Brandt", "Willi Stoph"),
    ("Angela Merkel", "Angela Davis"),
    ("John F. Kennedy", "John D. Rockefeller"),
    ("John A. Velinov", "John B. Velinov"),
    ("Anna Velinova", "Hanna Petrova"),
    ("Saddam Velinov", "Uday Saddam Velinov"),
    ("Bill Velinov", "Robert Velinov"),
    ("Dragomir Velinov", "Dragomir"),
    ("Velinov", "Dragomir Velinov"),
]

NEARER = [
    ("Dragomir Velinov", "Dragomir Velinov", "Dragomir Velniov"),
    ("Dragomir Velinov", "Dragomir Velniov", "Dragomir Vasilev"),
    ("John F. Kennedy", "John Fitzgerald Kennedy", "John Robert Kennedy"),
    ("William Clinton", "Bill Clinton", "Bob Clinton"),
    ("Aslanbek Velinov", "Aslanbek Velinof", "Ruslanbek Velinov"),
]
"""A name, one that is nearer to it, and one that is further."""
