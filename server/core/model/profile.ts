export { ECSPRESSO_SUPPLIES, type Profile, PROFILES } from '../../../schemas/profiles';
