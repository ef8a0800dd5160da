/** Words of which believable people, companies and addresses are made; with the accents that search has to see through. */
export const vocabulary = {
  given: `María José Antonio Lucía Martín Sofía Andrés Inés Raúl Begoña Álvaro Íñigo Óscar Úrsula Carmen Javier Noelia Rubén
    Mónica Joaquín Verónica Adrián Ángela Jesús Belén Tomás Elena Nicolás Rocío Hernán Zoë Chloé François Amélie Jürgen Björn
    Käthe Søren Łukasz Zofia João Conceição Mateus Inês Niamh Seán Giulia Niccolò Renée Anaïs Dolores Xavier Núria Jordi Aitor
    Ainhoa Gonzalo Pilar Teresa Vicente`.split(/\s+/),
  family: `García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz
    Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega
    Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto Méndez
    Cruz Calvo Gallego Vidal León Márquez Herrera Peña Flores Cabrera Campos Vega Fuentes Carrasco Díez Reyes Caballero Nieto
    Aguilar Pascual Santana Herrero Lorenzo Montero Hidalgo Giménez Ibáñez Ferrer Durán Müller Dupont Silva Gonçalves Nowak`.split(/\s+/),
  trade: `Bodegas Talleres Construcciones Transportes Panadería Ferretería Muebles Electrónica Laboratorios Clínica Editorial
    Imprenta Viveros Conservas Aceites Textiles Cerámicas Gráficas Hostelería Óptica Farmacia Librería Joyería Zapatería Cafés
    Quesería Carpintería Fontanería Náutica Agrícola Química Metalúrgica Informática Consultoría Seguros Inmobiliaria Academia
    Distribuciones Suministros Maquinaria`.split(/\s+/),
  legal: ['S.L.', 'S.A.', 'S.Coop.', 'e Hijos S.L.', 'Hermanos C.B.', 'GmbH', 'Lda.', 'SARL'],
  street: ['c/ Mayor', 'avda. de la Constitución', 'c/ Alcalá', 'plaza de España', 'c/ Colón', 'paseo Marítimo', 'c/ San Juan', 'ronda Norte',
    'c/ del Olmo', 'avda. Andalucía', 'c/ Real', 'rúa Nova', 'carrer de la Pau', 'polígono Las Eras'],
  city: `Madrid|Barcelona|Valencia|Sevilla|Zaragoza|Málaga|Murcia|Palma|Bilbao|Alicante|Córdoba|Valladolid|Vigo|Gijón|Vitoria|A Coruña|
    Granada|Elche|Oviedo|Cartagena|Jerez de la Frontera|Pamplona|Almería|León|Logroño|Cádiz|Jaén|Ávila|Cáceres|Mérida|Lisboa|Porto|Évora|
    Lyon|Besançon|München|Köln|Gdańsk|Málaga|Sabadell`.split('|').map((name) => name.trim()),
  /** Country of the city at the same place. */
  country: [...Array<string>(30).fill('ES'), 'PT', 'PT', 'PT', 'FR', 'FR', 'DE', 'DE', 'PL', 'ES', 'ES'],
  source: ['WEB', 'PHONE', 'REFERRAL', 'FAIR', 'PARTNER', 'IMPORT'],
  orderChannel: ['SHOP', 'WEB_SHOP', 'PHONE', 'SALES_REP', 'PARTNER'],
  tag: ['vip', 'mayorista', 'minorista', 'export', 'renting', 'feria', 'moroso', 'prueba'],
} as const;
