/** Names that are common where the example company sells. Nobody in particular. */
export const givenNames = {
  ES: ['María', 'Carmen', 'Lucía', 'Ana', 'Isabel', 'Paula', 'Laura', 'Marta', 'Elena', 'Nuria', 'Antonio', 'José', 'Manuel', 'Javier', 'Daniel', 'Pablo', 'Álvaro', 'Sergio', 'Jordi', 'Iker', 'Ángel', 'Íñigo'],
  PT: ['Ana', 'Beatriz', 'Inês', 'Mariana', 'João', 'Pedro', 'Tiago', 'Rui', 'Luís', 'Sofia'],
  FR: ['Camille', 'Chloé', 'Léa', 'Manon', 'Hugo', 'Louis', 'Jules', 'Élodie', 'François', 'Benoît'],
  IT: ['Giulia', 'Chiara', 'Francesca', 'Marco', 'Luca', 'Matteo', 'Alessandro', 'Sara', 'Elisa', 'Davide'],
  DE: ['Anna', 'Lena', 'Jürgen', 'Lukas', 'Felix', 'Katharina', 'Stefan', 'Björn', 'Ursula', 'Max'],
} as const;

export const familyNames = {
  ES: ['García', 'Rodríguez', 'González', 'Fernández', 'López', 'Martínez', 'Sánchez', 'Pérez', 'Gómez', 'Martín', 'Jiménez', 'Ruiz', 'Hernández', 'Díaz', 'Moreno', 'Muñoz', 'Álvarez', 'Romero', 'Alonso', 'Gutiérrez', 'Navarro', 'Torres', 'Domínguez', 'Vázquez', 'Ramos', 'Gil', 'Ramírez', 'Serrano', 'Blanco', 'Molina', 'Castro', 'Ortega', 'Rubio', 'Iglesias', 'Etxeberria', 'Puig', 'Ferrer', 'Vidal'],
  PT: ['Silva', 'Santos', 'Ferreira', 'Pereira', 'Oliveira', 'Costa', 'Rodrigues', 'Martins', 'Sousa', 'Gonçalves'],
  FR: ['Martin', 'Bernard', 'Dubois', 'Thomas', 'Lefèvre', 'Moreau', 'Garnier', 'Rousseau', 'Fournier', 'Girard'],
  IT: ['Rossi', 'Russo', 'Ferrari', 'Esposito', 'Bianchi', 'Romano', 'Colombo', 'Ricci', 'Marino', 'Greco'],
  DE: ['Müller', 'Schmidt', 'Schneider', 'Fischer', 'Weber', 'Meyer', 'Wagner', 'Becker', 'Schäfer', 'Köhler'],
} as const;

export type DemoCountry = keyof typeof givenNames;

export interface Place {
  readonly city: string;
  readonly province: string;
  readonly postal: string;
}

export const places: Record<DemoCountry, readonly Place[]> = {
  ES: [
    { city: 'Madrid', province: 'Madrid', postal: '280' }, { city: 'Barcelona', province: 'Barcelona', postal: '080' },
    { city: 'Valencia', province: 'Valencia', postal: '460' }, { city: 'Sevilla', province: 'Sevilla', postal: '410' },
    { city: 'Zaragoza', province: 'Zaragoza', postal: '500' }, { city: 'Málaga', province: 'Málaga', postal: '290' },
    { city: 'Bilbao', province: 'Bizkaia', postal: '480' }, { city: 'A Coruña', province: 'A Coruña', postal: '150' },
    { city: 'Donostia-San Sebastián', province: 'Gipuzkoa', postal: '200' }, { city: 'Palma', province: 'Illes Balears', postal: '070' },
    { city: 'Logroño', province: 'La Rioja', postal: '260' }, { city: 'Cádiz', province: 'Cádiz', postal: '110' },
  ],
  PT: [{ city: 'Lisboa', province: 'Lisboa', postal: '11' }, { city: 'Porto', province: 'Porto', postal: '40' }, { city: 'Braga', province: 'Braga', postal: '47' }],
  FR: [{ city: 'Bordeaux', province: 'Nouvelle-Aquitaine', postal: '330' }, { city: 'Toulouse', province: 'Occitanie', postal: '310' }, { city: 'Bayonne', province: 'Nouvelle-Aquitaine', postal: '641' }],
  IT: [{ city: 'Milano', province: 'Lombardia', postal: '201' }, { city: 'Torino', province: 'Piemonte', postal: '101' }, { city: 'Genova', province: 'Liguria', postal: '161' }],
  DE: [{ city: 'München', province: 'Bayern', postal: '803' }, { city: 'Köln', province: 'Nordrhein-Westfalen', postal: '506' }, { city: 'Hamburg', province: 'Hamburg', postal: '200' }],
};

export const streets: Record<DemoCountry, readonly string[]> = {
  ES: ['Calle Mayor', 'Avenida de la Constitución', 'Calle del Carmen', 'Paseo de la Estación', 'Plaza de España', 'Calle San Miguel', 'Ronda de Levante', 'Calle Real', 'Camino Viejo'],
  PT: ['Rua Augusta', 'Avenida da Liberdade', 'Rua do Carmo', 'Rua das Flores'],
  FR: ['Rue de la République', 'Avenue Victor Hugo', 'Place de la Mairie', 'Rue des Lilas'],
  IT: ['Via Roma', 'Corso Garibaldi', 'Via Dante', 'Piazza del Duomo'],
  DE: ['Hauptstraße', 'Bahnhofstraße', 'Gartenweg', 'Lindenallee'],
};

export const telephonePrefix: Record<DemoCountry, readonly [code: string, first: string, digits: number]> = {
  ES: ['+34', '6', 8], PT: ['+351', '91', 7], FR: ['+33', '6', 8], IT: ['+39', '32', 8], DE: ['+49', '151', 8],
};

/** How the customers' businesses are called, and the legal form that goes with the country. */
export const trades = ['Bar', 'Café', 'Restaurante', 'Hotel', 'Panadería', 'Cafetería', 'Hostal', 'Bodega', 'Catering', 'Asador', 'Pastelería', 'Taberna'] as const;
export const tradeNames = ['Alameda', 'El Puerto', 'La Ribera', 'Miramar', 'San Telmo', 'Los Arcos', 'Las Brisas', 'La Encina', 'El Molino', 'Aurora', 'Central', 'Europa', 'La Plaza', 'Monte Alto', 'Ordesa', 'Atlántico', 'Belvedere', 'Fonte Nova', 'Do Mar', 'Saint-Jean', 'La Perla', 'Vecchia Torre', 'Am Markt', 'El Faro'] as const;
export const legalForms: Record<DemoCountry, readonly string[]> = {
  ES: ['S.L.', 'S.A.', 'S.L.U.', 'C.B.'], PT: ['Lda.', 'S.A.'], FR: ['SARL', 'SAS'], IT: ['S.r.l.', 'S.p.A.'], DE: ['GmbH', 'GmbH & Co. KG'],
};
